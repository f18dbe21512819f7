"""The dossier of a matter: rounds, requests, agenda, positions, incidents, numbers and sources, each with its evidence.

    from waqai.dossier import build, matter, write

`matter.parse` reads what the matter is, `build.from_articles` makes a `model.Dossier` of articles (`build.build` of
coded and merged material), `write.write` writes it as HTML, Markdown or JSON. See docs/dossier.md.
"""
