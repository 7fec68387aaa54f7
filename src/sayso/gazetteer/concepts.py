class Concepts:
    @classmethod
    def load(cls):
        return cls()

    def of(self, lemma, lang):
        return None

    of_form = of

    def kind(self, c):
        return "thing"
