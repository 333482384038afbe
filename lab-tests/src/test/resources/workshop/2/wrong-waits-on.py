# waits-on: goes on receiving after the end
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while True:
        piece = connection.recv(4096)
        if piece:
            print(piece.decode(), end="")
