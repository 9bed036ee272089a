package io.fortyeight.packaged;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A network between the application and PostgreSQL that breaks exactly where it is told to: at the commit of a transaction
 * that writes the ledger.
 */
final class DatabaseProxy implements Closeable {

    /** Where the connection breaks. */
    enum Cut {
        /** Half of the statement has gone out. */
        IN_STATEMENT,
        /** The statement has been executed; what commits it is never sent. */
        BEFORE_COMMIT,
        /** The commit is sent, and both ends lose each other at once. */
        AT_COMMIT,
        /** It is committed, and PostgreSQL has said so; nobody hears it. */
        AFTER_COMMIT,
        /** As {@link #AFTER_COMMIT}, but nothing breaks: the application hears nothing more, PostgreSQL sees no end. */
        SILENCE_AFTER_COMMIT
    }

    private final int databasePort;
    private final ServerSocket server;
    private final AtomicReference<Cut> armed = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

    private DatabaseProxy(int databasePort, ServerSocket server) {
        this.databasePort = databasePort;
        this.server = server;
    }

    static DatabaseProxy before(int databasePort) throws IOException {
        var proxy = new DatabaseProxy(databasePort, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        var thread = new Thread(proxy::accept, "database-proxy");
        thread.setDaemon(true);
        thread.start();
        return proxy;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getLocalPort() + "/postgres";
    }

    /** The next batch that anybody writes meets this. */
    void cutNext(Cut cut) {
        armed.set(cut);
    }

    /** How often a connection has been cut. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                // Messages are passed on one by one: each would wait for the other end to acknowledge the one before.
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                var connection = new ProxiedConnection(client, database, this);
                connections.add(connection);
                connection.start();
            } catch (IOException endOfEither) {
                // The database is away, or the proxy is being closed: the client sees its connection end.
            }
        }
    }

    /** What is to be done to the batch that is about to pass, if anything; asked at each place where a cut can be. */
    boolean takes(Cut cut) {
        return armed.compareAndSet(cut, null);
    }

    void hasCut() {
        cuts.incrementAndGet();
    }

    void forget(ProxiedConnection connection) {
        connections.remove(connection);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        connections.forEach(ProxiedConnection::end);
    }
}
