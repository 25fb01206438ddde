# Reads expressions, one a line, and writes what they come to, a line for each.
import sys

scope = {}
for name in sys.argv[1:]:
    with open(name) as script:
        exec(compile(script.read(), name, "exec"), scope)
for line in sys.stdin:
    try:
        value = eval(line, scope)
        print(*value) if hasattr(value, "__iter__") and not isinstance(value, str) else print(value)
    except Exception as problem:
        print("!", repr(problem).replace("\n", " "))
