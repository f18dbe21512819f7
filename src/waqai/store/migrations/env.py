"""Run by Alembic: migrates over the connection that `waqai.store.migrate` hands over, in its transaction."""

from __future__ import annotations

from alembic import context

from waqai.store.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=False,  # The caller's transaction is around all.
)
context.run_migrations()
