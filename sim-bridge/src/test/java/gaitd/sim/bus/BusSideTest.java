package gaitd.sim.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorCommandCodec;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.bus.MotorReplyCodec;
import gaitd.hal.wire.DecodeResult;
import gaitd.sim.fault.BusTrouble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusSideTest {
    private static final BusPace PACE = new BusPace(BusPace.A1_BAUD, 50_000);

    private final List<Integer> heard = new ArrayList<>();
    private final BusTrouble set = new BusTrouble();
    private final BusSide side = new BusSide(PACE, this::take, 1);
    private final byte[] frame = new byte[MotorCommandCodec.SIZE];
    private final byte[] out = new byte[BusSide.REPLY_MAX];
    private final MotorReply reply = new MotorReply();

    private boolean take(final MotorCommand command, final MotorReply answer, final BusTrouble trouble) {
        trouble.clear();
        trouble.lostShare = set.lostShare;
        trouble.garbageShare = set.garbageShare;
        trouble.delayS = set.delayS;
        if (set.unplugged) {
            return false;
        }
        heard.add(command.id);
        answer.id = command.id;
        answer.temperatureC = 40 + command.id;
        return true;
    }

    private byte[] command(final int id) {
        final MotorCommand command = new MotorCommand();
        command.id = id;
        MotorCommandCodec.encode(command, ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN));
        return frame;
    }

    private DecodeResult taken() {
        assertEquals(MotorReplyCodec.SIZE, side.take(out));
        return MotorReplyCodec.decode(ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN), reply);
    }

    @Test
    void aReplyTakesAsLongAsOnAWire() {
        assertEquals(BusSide.NEVER, side.dueNs());
        side.arrived(command(1), 20, 0);
        assertEquals(BusSide.NEVER, side.dueNs(), "the command is not whole");
        System.arraycopy(frame, 20, frame, 0, 14);
        side.arrived(frame, 14, 1_000_000);
        assertEquals(1_000_000 + 70_833 + 50_000 + 162_500, side.dueNs());
        assertEquals(DecodeResult.OK, taken());
        assertEquals(1, reply.id);
        assertEquals(41, reply.temperatureC);
        assertEquals(BusSide.NEVER, side.dueNs());
        set.delayS = 0.04;
        side.arrived(command(0), 34, 0);
        assertEquals(40_283_333, side.dueNs());
    }

    @Test
    void everybodyHearsABroadcastAndNobodyAnswers() {
        side.arrived(command(MotorCommand.EVERYBODY), 34, 0);
        assertEquals(List.of(0, 1, 2), heard);
        assertEquals(BusSide.NEVER, side.dueNs());
        side.arrived(command(3), 34, 0);
        assertEquals(3, heard.size(), "there is no motor 3");
        assertEquals(BusSide.NEVER, side.dueNs());
    }

    @Test
    void aCommandIsFoundBehindNoise() {
        final byte[] noise = new byte[100 + frame.length];
        Arrays.fill(noise, (byte) 0xFE);
        System.arraycopy(command(2), 0, noise, 100, frame.length);
        side.arrived(noise, noise.length, 0);
        assertEquals(List.of(2), heard);
        assertEquals(100, side.refused());
        command(1);
        frame[5] ^= 1;
        side.arrived(frame, frame.length, 0);
        assertEquals(List.of(2), heard, "a wrong bit");
    }

    @Test
    void anUnpluggedMotorNeitherHearsNorAnswers() {
        set.unplugged = true;
        side.arrived(command(0), 34, 0);
        assertEquals(List.of(), heard);
        assertEquals(BusSide.NEVER, side.dueNs());
    }

    @Test
    void someRepliesAreLostAndSomeDamaged() {
        int lost = 0;
        set.lostShare = 0.25;
        for (int i = 0; i < 1000; i++) {
            side.arrived(command(0), 34, 0);
            lost += side.dueNs() == BusSide.NEVER ? 1 : 0;
        }
        assertEquals(250, lost, 50);
        set.lostShare = 0;
        set.garbageShare = 1;
        int cut = 0;
        int noisy = 0;
        int wrong = 0;
        for (int i = 0; i < 300; i++) {
            side.arrived(command(0), 34, 0);
            final int length = side.take(out);
            cut += length < MotorReplyCodec.SIZE ? 1 : 0;
            noisy += length > MotorReplyCodec.SIZE ? 1 : 0;
            wrong += length == MotorReplyCodec.SIZE ? 1 : 0;
        }
        assertTrue(cut > 60 && noisy > 60 && wrong > 60, cut + " " + noisy + " " + wrong);
    }
}
