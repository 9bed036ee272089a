package io.fortyeight.packaged;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file system in memory with little room, that can be filled up and cleared. Only root may mount one. */
record SmallDisk(Path folder) implements AutoCloseable {

    private static final int BLOCK_BYTES = 64 * 1024;

    /** Empty where mounting is not allowed. */
    static Optional<SmallDisk> mount(int megabytes) throws IOException, InterruptedException {
        var folder = PackagedApplication.freshFolder("disk").toAbsolutePath();
        var isMounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return isMounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        try (var ballast = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (ballast.write(ByteBuffer.allocate(BLOCK_BYTES)) > 0) {
                // Until there is no room, which is an exception.
            }
        } catch (IOException full) {
            if (freeBytes() > BLOCK_BYTES) {
                throw full;
            }
        }
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    void clear() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // Lazily: a process that is still ending must not keep it.
        run("umount", "--lazy", folder.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
