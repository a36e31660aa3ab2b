"""The Further Education Maths Challenge: live rounds, from a class to the national final."""
