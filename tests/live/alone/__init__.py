"""What befalls a single server on its file: killed, robbed of its disk, kept from its database."""
