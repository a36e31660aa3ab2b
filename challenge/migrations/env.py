"""How Alembic runs: inside the connection that `upgrade` was given, or with `-x url=…` by a developer."""

from alembic import context
from sqlalchemy import Connection, create_engine

from challenge.models import Base


def run(connection: Connection) -> None:
    """Run the migrations on `connection`, in the transaction that its owner commits."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with create_engine(context.get_x_argument(as_dictionary=True)["url"]).begin() as opened:
        run(opened)
