# chatty: prints what it receives for ever, after the end, too
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    while True:
        print("received:", connection.recv(4096))
