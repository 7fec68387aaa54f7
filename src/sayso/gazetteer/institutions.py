class Institutions:
    @classmethod
    def load(cls):
        return cls()

    def find(self, name, lang=None):
        return None
