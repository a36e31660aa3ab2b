"""What can break, broken on purpose; after each fault, that nothing acknowledged was lost and nothing came in late."""
