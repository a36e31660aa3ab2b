"""Three questions that show how our own spreadsheet is filled in."""

from challenge.catalogue.formats.written import Fields

EXAMPLES: tuple[Fields, ...] = (
    {
        "id": "oats-and-nuts",
        "topic": "Fractions",
        "type": "choice",
        "calculator": "no",
        "seconds": "60",
        "text": "What is $2/3 + 1/4$?",
        "options": {
            "A": {"text": "$3/7$", "slip": "Tops and bottoms were added."},
            "B": {"text": "$11/12$"},
            "C": {"text": "$1/2$", "slip": "That is $1/4 + 1/4$."},
        },
        "key": "B",
        "trick": "Same bottoms first",
        "steps": ["$2/3 = 8/12$ and $1/4 = 3/12$", "$8/12 + 3/12 = 11/12$"],
    },
    {
        "id": "coffee-change",
        "topic": "Money",
        "type": "money",
        "calculator": "no",
        "seconds": "45",
        "text": "A coffee is £2.35. What change do you get from £5?",
        "key": "2.65",
        "slips": [{"answer": "3.65", "because": "That is a pound too much."}],
        "trick": "Count up to the next pound",
        "steps": ["£2.35 to £3 is 65p, and £3 to £5 is £2."],
    },
    {
        "id": "longer-decimal",
        "topic": "Decimals",
        "type": "truth",
        "calculator": "no",
        "seconds": "30",
        "text": "0.35 is bigger than 0.4.",
        "key": "false",
        "slip": "35 looks bigger than 4.",
        "trick": "Write both with two decimals",
        "steps": ["0.4 = 0.40, and 40 hundredths are more than 35."],
    },
)
