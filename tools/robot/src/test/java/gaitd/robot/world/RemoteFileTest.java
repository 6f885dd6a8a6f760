package gaitd.robot.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Remote;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsInTheNextState() throws Exception {
        final Path file = folder.resolve("remote");
        try (SimulatedA1 robot = new World(Terrain.FLAT, 1, null).robot(Config.defaults())) {
            robot.setRemote(new RemoteFile(file));
            assertEquals(Remote.BYTES, Files.size(file));
            final Sensed sensed = new Sensed();
            for (final byte value : new byte[] {7, 0, -3}) {
                final byte[] bytes = new byte[Remote.BYTES];
                bytes[0] = value;
                bytes[39] = value;
                Files.write(file, bytes, java.nio.file.StandardOpenOption.WRITE);
                robot.sense(sensed);
                assertArrayEquals(bytes, sensed.wirelessRemote);
            }
        }
    }

    @Test
    void refusesAPlaceWhereThereCanBeNoFile() {
        final ConfigException refusal = assertThrows(
                ConfigException.class,
                () -> new RemoteFile(folder.resolve("none").resolve("remote")));
        assertTrue(refusal.getMessage().startsWith("--remote "), refusal.getMessage());
    }
}
