"""The English of the screens and how English writes dates; Chinese needs neither, it is the source."""
