"""Cheerful names for teams: puns written by hand, and two lists that make many more."""

PUNS = (
    "The Improper Fractions", "Prime Suspects", "The Pi Hards", "Sum Like It Hot", "Mean Median Mo", "Ratio Gaga",
    "The Common Denominators", "Root Awakening", "Sum of Us", "Sum Kind of Wonderful", "Pi Another Day",
    "Pie Charts of Fire", "Odd Squad", "Odds and Evens", "Against All Odds", "Square Roots", "Back to Square Root",
    "The Great Divide", "Divide and Conquer", "Long Division Heroes", "Times Table Tennis", "Table for Two Times",
    "Countdown to Glory", "You Can Count On Us", "Count Us In", "Counting Stars", "Count Quackula",
    "Term of Endearment",
    "Like Terms", "Terms of Equality", "Equal Opportunities", "Equally Matched", "Mode Squad", "The Mode Setters",
    "A Mode of Our Own", "Range Rovers", "Home on the Range", "Mean Machines", "Mean Girls and Boys", "No Mean Feat",
    "Median Strip", "Average Joes No More", "Above Average", "Beyond Average", "Standard Deviators", "The Outliers",
    "Data Dazzlers", "Graph Expectations", "Plot Twisters", "The Plot Thickens", "Axis of Awesome", "X Marks the Spot",
    "The X Factors", "Factor Fiction", "Max Factors", "Highest Common Factors", "Lowest Common Legends",
    "Multiple Choices", "Multiple Personalities", "Y Not", "Tell Me Y", "Solve Actually", "Love at First Height",
    "Algebros and Sisters", "Alge-Brains", "Unknown Quantities", "The Variables", "Power of Two", "Index Linked",
    "Powers of Ten", "To the Power of Us", "Surds of Prey", "Absolutely Surd", "Early Surds", "Word to the Surds",
    "Right Angle Rangers", "The Right Angles", "Acute Angels", "A Cute Angle", "Obtuse on the Loose", "Reflex Action",
    "Going Off on a Tangent", "Sine of the Times", "Good Sines", "Just Cos", "Cosine Language", "Hypotenuse Caboose",
    "Three Sides to Every Story", "Try Angles", "Love Triangles", "Bermuda Triangles", "Circle of Friends",
    "Area 51 Squared", "Perimeter Patrol", "Radius Ready", "Full Circle", "Chord Progression", "Arc de Triumph",
    "Volume Turned Up", "Pump Up the Volume", "Cube It or Lose It", "Prism Break", "The Prism Breakers", "Cone Heads",
    "Conic Boom", "Sphere of Influence", "No Fear of Spheres", "Polly Gons", "Polygon With the Wind", "Hexagon Heroes",
    "Octagon Wild", "The Parallel Lines", "Parallel Universe", "Vector Victors", "Scale Model Citizens",
    "Tipping the Scales", "In Due Proportion", "Out of Proportion", "Percentage Players", "One Hundred Per Cent",
    "Interest Rate High", "Compound Interest", "Of Growing Interest", "Decimal Points of View", "What's the Point Five",
    "Point Taken", "Recurring Dreams", "Round of Applause", "Rounding Up", "The Round Table", "Estimated Time of Maths",
    "Significant Figures", "Figure It Out", "Go Figure", "Hidden Figures", "Place Value Village",
    "Know Your Place Value",
    "The Positive Negatives", "Think Positive", "Double Negatives", "Zero Heroes", "From Zero to Hero", "Plus One",
    "Plus Ultra", "Carry the One", "Carry On Counting", "Bracket Busters", "Expanding Brackets", "Bidmas and Bobs",
    "Order of Operations", "Smooth Operations", "Sequence of Events", "Nth Degree", "To the Nth Degree",
    "Fibonacci's Favourites", "Nacho Average Fibonacci", "Pythagoras Pals", "Euclid You Not",
    "Al-Khwarizmi's Army", "Lovelace Legends", "Ramanujan's Friends", "Hypatia's Helpers", "Probably Right",
    "Probably the Best", "In All Probability", "Most Likely To", "Fair Dice Nice Dice", "Tree Diagram Climbers",
    "Venn Will I Be Famous", "Venn Diesel", "Then and Venn", "Tally Ho", "Tally Forth", "Measure for Measure",
    "Made to Measure", "Metric System of a Down", "Going the Extra Mile", "Inch by Inch", "Litre of the Pack",
    "Taking the Metre", "Gram Slam", "Kilo Watts the Answer", "Calculated Risks", "Calculator Free", "Cool-culators",
    "Proof of Concept", "Living Proof", "Show Your Working", "Working Out", "QED United", "Eureka Street",
)  # fmt: skip
"""Names written by hand."""

DESCRIBED = (
    "Acute", "Brave", "Bright", "Cosmic", "Curious", "Daring", "Dazzling", "Electric", "Equal", "Golden", "Happy",
    "Infinite", "Jolly", "Lucky", "Magic", "Mighty", "Nimble", "Parallel", "Perfect", "Positive", "Rational", "Royal",
    "Shining", "Speedy", "Square", "Stellar", "Super", "Turbo", "United", "Whole",
)  # fmt: skip
"""First words of made-up names."""

THINGS = (
    "Angles", "Axes", "Brackets", "Cubes", "Decimals", "Digits", "Factors", "Formulas", "Fractions", "Graphs",
    "Hexagons", "Integers", "Kites", "Multiples", "Numbers", "Octagons", "Percents", "Pentagons", "Primes", "Prisms",
    "Quotients", "Ratios", "Rhombuses", "Sequences", "Spheres", "Sums", "Tallies", "Tens", "Triangles", "Vectors",
)  # fmt: skip
"""Second words of made-up names."""
