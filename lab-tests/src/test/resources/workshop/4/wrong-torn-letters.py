# torn-letters: makes text of each piece by itself, and ends by an error where a letter is cut in two
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while piece := connection.recv(1000):
        print(piece.decode("utf-8"), end="")
