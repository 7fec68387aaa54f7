T = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ'’",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia y e e _ _ _".split(),
    )
)


def romanised(n):
    return "".join(T.get(c, c) for c in n.lower()).replace("_", "")


def same_person(a, b):
    x, y = romanised(a).split(), romanised(b).split()
    s, l = sorted((x, y), key=len)
    return bool(s) and s[-1] == l[-1] and all(w in l for w in s)


def person_keys(n):
    w = romanised(n).split()
    return ("".join(c for c in w[-1] if c not in "aeiouy"),) if w else ()
