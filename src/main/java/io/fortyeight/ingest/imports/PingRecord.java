package io.fortyeight.ingest.imports;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.format.ImportedPing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** An imported ping in the sorter's files: 35 to 44 bytes, and {@code via} where there is one. */
final class PingRecord {

    private static final int ROBOT = 1;
    private static final int HAS_NETWORK = 2;
    private static final int HAS_VIA = 4;
    private static final int SHARE = 8;

    private static final Platform[] PLATFORMS = Platform.values();

    private PingRecord() {}

    static void write(ImportedPing imported, DataOutputStream out) throws IOException {
        Ping ping = imported.ping();
        Platform platform = ping.item().platform();
        NetworkKey network = ping.network();
        String via = imported.via();
        out.writeLong(ping.receivedAtMillis());
        out.writeLong(imported.index());
        out.writeLong(ping.visitor().high());
        out.writeLong(ping.visitor().low());
        out.writeShort(ping.item().campaign());
        out.writeByte((ping.robot() ? ROBOT : 0)
                | (network == null ? 0 : HAS_NETWORK)
                | (via == null ? 0 : HAS_VIA)
                | (platform == null ? 0 : SHARE));
        if (platform != null) {
            out.writeByte(platform.ordinal());
        }
        if (network != null) {
            out.writeLong(network.value());
        }
        if (via != null) {
            out.writeUTF(via);
        }
    }

    static ImportedPing read(DataInputStream in) throws IOException {
        long receivedAtMillis = in.readLong();
        long index = in.readLong();
        VisitorKey visitor = new VisitorKey(in.readLong(), in.readLong());
        int campaign = in.readUnsignedShort();
        int flags = in.readUnsignedByte();
        boolean share = (flags & SHARE) != 0;
        Item item = new Item(campaign, share ? Kind.SHARE : Kind.VIEW, share ? PLATFORMS[in.readUnsignedByte()] : null);
        NetworkKey network = (flags & HAS_NETWORK) == 0 ? null : new NetworkKey(in.readLong());
        String via = (flags & HAS_VIA) == 0 ? null : in.readUTF();
        return new ImportedPing(index, new Ping(receivedAtMillis, item, visitor, network, (flags & ROBOT) != 0), via);
    }
}
