package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.serial.PseudoTerminal;
import gaitd.hal.serial.SerialDevice;
import gaitd.hal.serial.SerialLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The far end answers before it is asked or after, as the clock of the probe is told to. */
@Timeout(20)
class MotorProbeTest {
    private static final long TIMEOUT_NS = 300_000_000L;

    private final PseudoTerminal far = PseudoTerminal.open();
    private final SerialDevice near = SerialDevice.open(far.device(), 4_800_000);
    private final MotorProbe probe = new MotorProbe(near, System::nanoTime, TIMEOUT_NS);
    private final MotorCommand command = new MotorCommand();
    private final MotorReply reply = new MotorReply();

    @AfterEach
    void close() {
        near.close();
        far.close();
    }

    /** Waits for the command and answers it with these bytes, by a thread of its own. */
    private boolean asked(final byte[]... pieces) throws InterruptedException {
        final Thread motor = new Thread(() -> {
            final byte[] heard = new byte[MotorCommandCodec.SIZE];
            int got = 0;
            while (got < heard.length && far.line().await(TIMEOUT_NS)) {
                got += far.line().read(heard, got, heard.length - got);
            }
            for (final byte[] piece : pieces) {
                far.line().write(piece, 0, piece.length);
            }
        });
        motor.start();
        final boolean answered = probe.ask(command, reply);
        motor.join();
        return answered;
    }

    @Test
    void takesTheReplyOfItsMotorInPiecesBehindGarbageAndBehindAnothersReply() throws InterruptedException {
        final Random random = new Random(31);
        for (int id = 0; id < 3; id++) {
            command.id = id;
            final byte[] own = frame(id, 20 + id);
            final byte[] first = new byte[26];
            final byte[] rest = new byte[52];
            System.arraycopy(own, 0, first, 0, first.length);
            System.arraycopy(own, first.length, rest, 0, rest.length);
            final byte[] garbage = new byte[50];
            random.nextBytes(garbage);
            assertTrue(asked(frame((id + 1) % 3, 90), garbage, first, rest));
            assertEquals(id, reply.id);
            assertEquals(20 + id, reply.temperatureC);
            assertTrue(probe.turnaroundNs() > 0 && probe.turnaroundNs() < TIMEOUT_NS);
        }
    }

    @Test
    void anotherMotorsReplyADamagedOneAndNoneAreNoAnswer() throws InterruptedException {
        assertFalse(asked(frame(1, 30)));
        final byte[] damaged = frame(0, 30);
        damaged[40] ^= 1;
        assertFalse(asked(damaged));
        assertFalse(asked());
        assertTrue(asked(frame(0, 31)));
        assertEquals(31, reply.temperatureC);
    }

    @Test
    void whatCameBeforeItWasAskedIsNoAnswer() throws InterruptedException {
        final byte[] early = frame(0, 30);
        final SerialLine line = far.line();
        for (int i = 0; i < 20; i++) {
            assertTrue(line.write(early, 0, early.length));
        }
        assertFalse(asked());
        assertTrue(asked(frame(0, 31)));
        assertEquals(31, reply.temperatureC);
    }

    @Test
    void aLostLineIsNoAnswerAtOnce() {
        far.close();
        final long began = System.nanoTime();
        assertFalse(probe.ask(command, reply));
        assertTrue(System.nanoTime() - began < TIMEOUT_NS);
        assertTrue(near.lost());
    }

    private static byte[] frame(final int id, final int temperatureC) {
        final MotorReply reply = new MotorReply();
        reply.id = id;
        reply.temperatureC = temperatureC;
        final byte[] bytes = new byte[MotorReplyCodec.SIZE];
        MotorReplyCodec.encode(reply, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }
}
