package gaitd.hal.bus;

import gaitd.hal.A1;
import gaitd.hal.serial.SerialLine;
import gaitd.hal.wire.DecodeResult;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** Three motors at the end of a line in memory, on a clock that moves only when somebody waits. Allocates nothing while it answers. */
final class FakeMotors implements SerialLine {
    static final long EXCHANGE_NS = 200_000;

    /** What each motor was told last, and answers. */
    final MotorCommand[] heard = {new MotorCommand(), new MotorCommand(), new MotorCommand()};

    final MotorReply[] answers = {new MotorReply(), new MotorReply(), new MotorReply()};
    final boolean[] unplugged = new boolean[A1.JOINTS_PER_LEG];
    final int[] commands = new int[A1.JOINTS_PER_LEG];
    /** Bytes that come before each reply, and behind it. */
    byte[] before = {};

    byte[] behind = {};
    /** How many bytes of a reply come at once; the rest comes with the next wait. */
    int part = MotorReplyCodec.SIZE;
    /** How many bytes of a reply come at all. */
    int cut = MotorReplyCodec.SIZE;
    /** The bit of replies that is wrong; none if negative. */
    int wrongBit = -1;

    /** Whether a wait takes real time. */
    boolean sleeps;

    boolean echoes;
    boolean full;
    boolean lost;
    boolean closed;
    long nowNs = 1_000_000_000L;

    private final byte[] queue = new byte[8192];
    private int queued;
    private int ready;
    private final byte[] frame = new byte[MotorReplyCodec.SIZE];
    private final ByteBuffer view = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    private final MotorCommand arrived = new MotorCommand();

    long clock() {
        return nowNs;
    }

    void put(final byte[] bytes, final int length) {
        System.arraycopy(bytes, 0, queue, queued, length);
        queued += length;
    }

    @Override
    public String name() {
        return "/dev/fake";
    }

    @Override
    public boolean write(final byte[] bytes, final int offset, final int length) {
        if (full || lost) {
            return false;
        }
        if (echoes) {
            put(bytes, length);
        }
        System.arraycopy(bytes, offset, frame, 0, length);
        if (MotorCommandCodec.decode(view, arrived) != DecodeResult.OK) {
            throw new AssertionError("not a command");
        }
        final int id = arrived.id;
        MotorCommandCodec.decode(view, heard[id]);
        commands[id]++;
        if (!unplugged[id]) {
            answers[id].id = id;
            answer(answers[id]);
        }
        ready = 0;
        return true;
    }

    void answer(final MotorReply reply) {
        MotorReplyCodec.encode(reply, view);
        if (wrongBit >= 0) {
            frame[wrongBit / Byte.SIZE] ^= (byte) (1 << wrongBit % Byte.SIZE);
        }
        put(before, before.length);
        put(frame, cut);
        put(behind, behind.length);
    }

    @Override
    public int read(final byte[] into, final int offset, final int length) {
        if (lost) {
            return LOST;
        }
        final int count = Math.min(length, ready);
        System.arraycopy(queue, 0, into, offset, count);
        System.arraycopy(queue, count, queue, 0, queued - count);
        queued -= count;
        ready -= count;
        return count;
    }

    @Override
    public boolean await(final long timeoutNs) {
        if (lost) {
            return false;
        }
        if (queued == 0 && sleeps) {
            LockSupport.parkNanos(timeoutNs);
        }
        if (ready == 0 && queued > 0 && timeoutNs >= EXCHANGE_NS) {
            nowNs += EXCHANGE_NS;
            ready = Math.min(queued, part);
        } else if (ready == 0) {
            nowNs += Math.max(0, timeoutNs);
        }
        return ready > 0;
    }

    @Override
    public boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        closed = true;
    }

    static RotorCalibration mirrored() {
        final int[] ways = new int[A1.JOINTS];
        final double[] zeros = new double[A1.JOINTS];
        Arrays.setAll(ways, joint -> joint % 2 == 0 ? 1 : -1);
        Arrays.setAll(zeros, joint -> 0.5 * joint - 3);
        return new RotorCalibration(ways, zeros);
    }
}
