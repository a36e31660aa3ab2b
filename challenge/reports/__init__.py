"""Reports: plain values in, sheets out. They know no database and no request."""
