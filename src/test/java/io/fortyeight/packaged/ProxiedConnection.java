package io.fortyeight.packaged;

import io.fortyeight.packaged.DatabaseProxy.Cut;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One connection through the {@link DatabaseProxy}. Knows just enough of PostgreSQL's protocol (chapter 55 of its manual) to
 * see a transaction that inserts into the ledger, and what commits it: the {@code Sync} that ends an implicit transaction, or
 * the {@code COMMIT} of an explicit one.
 */
final class ProxiedConnection {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final Pattern WRITES_LEDGER = Pattern.compile("INSERT INTO ledger\\b");
    private static final Pattern ENDS_TRANSACTION = Pattern.compile("COMMIT|ROLLBACK");
    private static final char READY_FOR_QUERY = 'Z';

    private final Socket client;
    private final Socket database;
    private final DatabaseProxy proxy;
    private final Map<String, String> statements = new HashMap<>();

    /** Of the unnamed portal; the driver uses another only to fetch in parts. */
    private String bound = "";

    private boolean isExplicit;
    private boolean writesLedger;

    /** How many times PostgreSQL is to say that it is ready, the first time after the log-in included. */
    private volatile int readyExpected = 1;

    /** From the answer that ends with this one on, the client hears nothing; 0 while it hears all. */
    private volatile int muteAtReady;

    /** PostgreSQL is not to see the end of the connection. */
    private volatile boolean isSilent;

    ProxiedConnection(Socket client, Socket database, DatabaseProxy proxy) {
        this.client = client;
        this.database = database;
        this.proxy = proxy;
    }

    void start() {
        run(this::fromClient, "proxy-from-client");
    }

    private interface Pump {
        void run() throws IOException;
    }

    private void run(Pump pump, String name) {
        var thread = new Thread(
                () -> {
                    try {
                        pump.run();
                    } catch (IOException ended) {
                        close();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void fromClient() throws IOException {
        var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        var out = database.getOutputStream();
        logIn(in, out);
        run(this::fromDatabase, "proxy-from-database");
        while (true) {
            var type = in.readByte();
            var message = message(type, in);
            if (isCutBy(type, message, out)) {
                return;
            }
            out.write(message);
        }
    }

    /** Requests for encryption are answered by one byte without a type: they are passed on until the real log-in comes. */
    private void logIn(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            var length = in.readInt();
            var body = in.readNBytes(length - Integer.BYTES);
            out.write(ByteBuffer.allocate(length).putInt(length).put(body).array());
            var code = ByteBuffer.wrap(body).getInt();
            if (code != SSL_REQUEST && code != GSS_REQUEST) {
                return;
            }
            client.getOutputStream().write(database.getInputStream().read());
        }
    }

    /** A whole message: type, length, body. */
    private static byte[] message(byte type, DataInputStream in) throws IOException {
        var length = in.readInt();
        var message = ByteBuffer.allocate(1 + length).put(type).putInt(length);
        in.readFully(message.array(), message.position(), length - Integer.BYTES);
        return message.array();
    }

    private boolean isCutBy(byte type, byte[] message, OutputStream out) throws IOException {
        switch (type) {
            case 'P' -> statements.put(text(message, 0), text(message, 1));
            case 'B' -> {
                bound = statements.getOrDefault(text(message, 1), "");
                if (WRITES_LEDGER.matcher(bound).find() && proxy.takes(Cut.IN_STATEMENT)) {
                    out.write(Arrays.copyOf(message, message.length / 2));
                    cut();
                    return true;
                }
            }
            case 'E' -> {
                isExplicit |= bound.startsWith("BEGIN");
                writesLedger |= WRITES_LEDGER.matcher(bound).find();
                if (writesLedger && isExplicit && bound.startsWith("COMMIT") && isCutAtCommit(message, out)) {
                    return true;
                }
            }
            case 'S' -> {
                readyExpected++;
                if (writesLedger && !isExplicit && isCutAtCommit(message, out)) {
                    return true;
                }
                if (!isExplicit || ENDS_TRANSACTION.matcher(bound).lookingAt()) {
                    isExplicit = false;
                    writesLedger = false;
                }
            }
            case 'Q' -> readyExpected++;
            default -> {
                // Of no matter here.
            }
        }
        return false;
    }

    /** @param message that commits */
    private boolean isCutAtCommit(byte[] message, OutputStream out) throws IOException {
        if (proxy.takes(Cut.BEFORE_COMMIT)) {
            cut();
            return true;
        }
        if (proxy.takes(Cut.AT_COMMIT)) {
            out.write(message);
            cut();
            return true;
        }
        isSilent = proxy.takes(Cut.SILENCE_AFTER_COMMIT);
        if (isSilent || proxy.takes(Cut.AFTER_COMMIT)) {
            // A COMMIT's own Sync is yet to come.
            muteAtReady = message[0] == 'S' ? readyExpected : readyExpected + 1;
        }
        return false;
    }

    private void cut() {
        proxy.hasCut();
        close();
    }

    private void fromDatabase() throws IOException {
        var in = new DataInputStream(new BufferedInputStream(database.getInputStream()));
        var out = client.getOutputStream();
        var ready = 0;
        while (true) {
            var type = in.readByte();
            var message = message(type, in);
            var isMute = muteAtReady != 0 && ready >= muteAtReady - 1;
            if (type == READY_FOR_QUERY) {
                ready++;
            }
            if (!isMute) {
                out.write(message);
            } else if (type == READY_FOR_QUERY && ready == muteAtReady) {
                proxy.hasCut();
                if (!isSilent) {
                    close();
                    return;
                }
            }
        }
    }

    /** The nul-terminated text at a place in a message's body. */
    private static String text(byte[] message, int place) {
        var start = 1 + Integer.BYTES;
        for (var skipped = 0; skipped < place; skipped++) {
            start = end(message, start) + 1;
        }
        return new String(message, start, end(message, start) - start, StandardCharsets.UTF_8);
    }

    private static int end(byte[] message, int start) {
        var end = start;
        while (message[end] != 0) {
            end++;
        }
        return end;
    }

    private void close() {
        closeQuietly(client);
        if (!isSilent) {
            end();
        }
    }

    /** Closes both ends. */
    void end() {
        proxy.forget(this);
        closeQuietly(client);
        closeQuietly(database);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }
}
