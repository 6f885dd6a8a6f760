package gaitd.sim.bus;

import gaitd.hal.A1;
import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorCommandCodec;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.bus.MotorReplyCodec;
import gaitd.hal.wire.DecodeResult;
import gaitd.policies.learn.RandomStream;
import gaitd.sim.fault.BusTrouble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The motors' end of one bus: finds commands in what arrives, and has one reply ready when a real line would have carried it. Lines
 * and clocks are the caller's. A command that comes before the reply to the one before it collides with it, and the reply is lost. One
 * thread. Allocates nothing after construction.
 */
final class BusSide {
    /** When no reply is on its way. */
    static final long NEVER = Long.MAX_VALUE;

    /** A damaged reply may have as much noise before it as it is long. */
    static final int REPLY_MAX = 2 * MotorReplyCodec.SIZE;

    private static final int ROOM = 256;
    private static final double NS_PER_S = 1e9;
    private static final int WAYS_TO_DAMAGE = 3;

    private final BusPace pace;
    private final BusMotors motors;
    private final RandomStream random;
    private final byte[] bytes = new byte[ROOM];
    private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private final byte[] encoded = new byte[MotorReplyCodec.SIZE];
    private final ByteBuffer encodedView = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    private final MotorCommand command = new MotorCommand();
    private final MotorReply reply = new MotorReply();
    private final BusTrouble trouble = new BusTrouble();
    private final byte[] waiting = new byte[REPLY_MAX];
    private int waitingLength;
    private int length;
    private long dueNs = NEVER;
    private long commands;
    private long replies;
    private long refused;

    BusSide(final BusPace pace, final BusMotors motors, final long seed) {
        this.pace = pace;
        this.motors = motors;
        this.random = new RandomStream(seed);
    }

    /** When the reply that is on its way has arrived whole, ns; {@link #NEVER} when none is. */
    long dueNs() {
        return dueNs;
    }

    /** Commands with the right checksum, for whomever. */
    long commands() {
        return commands;
    }

    /** Replies that left, damaged ones too. */
    long replies() {
        return replies;
    }

    /** Bytes that belonged to no command. */
    long refused() {
        return refused;
    }

    /**
     * Takes the reply that is due.
     *
     * @param out at least {@link #REPLY_MAX} bytes, overwritten
     * @return its length
     */
    int take(final byte[] out) {
        System.arraycopy(waiting, 0, out, 0, waitingLength);
        dueNs = NEVER;
        replies++;
        return waitingLength;
    }

    /**
     * Takes bytes from the line.
     *
     * @param in the bytes
     * @param count how many
     * @param nowNs when they came
     */
    void arrived(final byte[] in, final int count, final long nowNs) {
        int taken = 0;
        while (taken < count) {
            final int part = Math.min(count - taken, ROOM - length);
            System.arraycopy(in, taken, bytes, length, part);
            taken += part;
            length += part;
            parse(nowNs);
        }
    }

    private void parse(final long nowNs) {
        int at = 0;
        while (length - at >= MotorCommandCodec.SIZE) {
            System.arraycopy(bytes, at, bytes, 0, length - at);
            length -= at;
            at = 0;
            if (view.getShort(0) == START && MotorCommandCodec.decode(view, command) == DecodeResult.OK) {
                commands++;
                answer(nowNs);
                at = MotorCommandCodec.SIZE;
            } else {
                refused++;
                at = 1;
            }
        }
        System.arraycopy(bytes, at, bytes, 0, length - at);
        length -= at;
    }

    private static final short START = (short) 0xEEFE;

    private void answer(final long nowNs) {
        dueNs = NEVER;
        if (command.id == MotorCommand.EVERYBODY) {
            for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
                command.id = motor;
                motors.take(command, reply, trouble);
            }
            return;
        }
        if (command.id >= A1.JOINTS_PER_LEG
                || !motors.take(command, reply, trouble)
                || random.nextDouble() < trouble.lostShare) {
            return;
        }
        MotorReplyCodec.encode(reply, encodedView);
        System.arraycopy(encoded, 0, waiting, 0, encoded.length);
        waitingLength = encoded.length;
        if (random.nextDouble() < trouble.garbageShare) {
            damage();
        }
        dueNs = nowNs + pace.exchangeNs() + Math.round(trouble.delayS * NS_PER_S);
    }

    /** A wrong bit, noise before the reply, or half a reply. */
    private void damage() {
        switch (random.nextInt(WAYS_TO_DAMAGE)) {
            case 0 -> waiting[random.nextInt(waitingLength)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> {
                final int noise = 1 + random.nextInt(encoded.length);
                for (int i = 0; i < noise; i++) {
                    waiting[i] = (byte) random.nextInt(256);
                }
                System.arraycopy(encoded, 0, waiting, noise, encoded.length);
                waitingLength = noise + encoded.length;
            }
            default -> waitingLength = 1 + random.nextInt(encoded.length - 1);
        }
    }
}
