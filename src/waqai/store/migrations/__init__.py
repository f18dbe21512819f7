"""Alembic's migrations of the store; `waqai.store.migrate` runs them."""
