package gaitd.robot.world;

import gaitd.hal.Remote;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.robot.RemoteSource;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of 40 bytes that is the remote of a simulated robot: whoever writes to it presses the buttons. */
final class RemoteFile implements RemoteSource {
    private final MappedByteBuffer bytes;

    /**
     * Maps a file, which is made if it is not there.
     *
     * @param file of {@link Remote#BYTES}
     * @throws ConfigException in one line when it cannot be used
     */
    RemoteFile(final Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, Remote.BYTES);
        } catch (final IOException e) {
            throw new ConfigException("--remote " + file + ": cannot be used (" + e + "): expected a file of "
                    + Remote.BYTES + " bytes that this user may write, or a place to make one");
        }
    }

    @Override
    public void read(final byte[] out) {
        bytes.get(0, out);
    }
}
