package gaitd.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** jSerialComm's own shutdown hook ends its ports; ours have to serve until the robot sits. */
@Timeout(60)
class SerialShutdownTest {
    private static final long PATIENCE_NS = 5_000_000_000L;

    @Test
    void whatAShutdownHookWritesArrivesAndThePortStaysLockedMeanwhile() throws IOException, InterruptedException {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialChild child = SerialChild.start("sit", far.device())) {
            assertEquals(SerialChild.READY, child.line());
            child.end();
            final int all = SerialChildMain.FRAMES * SerialChildMain.FRAME_BYTES;
            final byte[] into = new byte[all];
            int got = 0;
            boolean refused = false;
            while (got < all && far.line().await(PATIENCE_NS)) {
                got += far.line().read(into, got, all - got);
                if (got == all / 2) {
                    assertThrows(SerialException.class, () -> SerialDevice.open(far.device(), 4_800_000));
                    refused = true;
                }
            }
            assertEquals(all, got);
            assertTrue(refused);
            for (int i = 0; i < all; i++) {
                assertEquals(1 + i / SerialChildMain.FRAME_BYTES, into[i]);
            }
            assertEquals(128 + 15, child.exitCode());
            SerialDevice.open(far.device(), 4_800_000).close();
        }
    }
}
