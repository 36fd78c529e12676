"""The optional second reader 第二读者: a model on the local network, its suggestions beside the rules' reading."""
