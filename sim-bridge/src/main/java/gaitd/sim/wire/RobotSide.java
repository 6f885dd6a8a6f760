package gaitd.sim.wire;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.sim.fault.FaultyLine;
import gaitd.sim.robot.SimulatedA1;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The robot's reaction to datagrams and time; sockets and clocks are the caller's.
 *
 * <p>The newest valid command holds; each gets one state back, unless states are streamed. The sender of the last valid command
 * is the client; commands of others are dropped until it has sent none for {@link #CLIENT_SILENCE_NS}. One thread. Allocates
 * nothing after construction.
 */
final class RobotSide {
    /** Time without a command after which another client is accepted, ns. */
    static final long CLIENT_SILENCE_NS = 1_000_000_000L;
    /** Most time that is caught up; steps beyond it are skipped and counted, ns. */
    static final long CATCH_UP_NS = 50_000_000L;

    private static final double NS_PER_S = 1e9;

    private final SimulatedA1 robot;
    private final ServedWalk walk;
    private final ServerCounters counters;
    private final JointCommands decoded = new JointCommands();
    private final Sensed sensed = new Sensed();
    private final long stepNs;
    private SocketAddress client;
    private long clientHeardNs;
    private final ByteBuffer late = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private long streamNs;
    private long nextStepNs;
    private long nextStateNs;
    private boolean paused;
    private BusDrives buses;

    RobotSide(final SimulatedA1 robot, final ServedWalk walk, final ServerCounters counters) {
        this.robot = robot;
        this.walk = walk;
        this.counters = counters;
        this.stepNs = Math.round(robot.timeStepS() * NS_PER_S);
    }

    /** Sends states with this period, whether or not commands come, in place of one for each command; before the start, ns. */
    void stream(final long periodNs) {
        streamNs = periodNs;
    }

    /** Takes the drives' commands from their buses, and from datagrams no more; before the start. */
    void onBuses(final BusDrives drives) {
        buses = drives;
    }

    /** Starts the robot's time; the first step is due one step later. */
    void startAt(final long nowNs) {
        nextStepNs = nowNs + stepNs;
        nextStateNs = nowNs + streamNs;
    }

    /** Stops the robot's time. */
    void pause(final long nowNs) {
        advanceTo(nowNs);
        paused = true;
    }

    /** Lets the robot's time go on. */
    void resume(final long nowNs) {
        if (paused) {
            startAt(nowNs);
        }
        paused = false;
    }

    boolean isPaused() {
        return paused;
    }

    /** Runs physics steps of a robot whose time is stopped. */
    void step(final int steps) {
        for (int i = 0; i < steps; i++) {
            stepOnce();
        }
    }

    private void stepOnce() {
        takeLateCommands();
        if (buses != null) {
            buses.step();
        }
        robot.stepOnce();
        walk.step();
    }

    /**
     * Runs the physics steps that are due.
     *
     * @param nowNs not before that of the last call
     */
    void advanceTo(final long nowNs) {
        if (paused) {
            return;
        }
        final long beyondNs = nowNs - nextStepNs - CATCH_UP_NS;
        if (beyondNs > 0) {
            final long skipped = beyondNs / stepNs + 1;
            counters.add(ServerCounter.STEPS_SKIPPED, skipped);
            nextStepNs += skipped * stepNs;
        }
        while (nowNs - nextStepNs >= 0) {
            stepOnce();
            nextStepNs += stepNs;
        }
    }

    /**
     * Handles one datagram.
     *
     * @param in little-endian, from index 0
     * @param length bytes received
     * @param from its sender
     * @param nowNs time of arrival; physics goes on to it before a valid command counts
     * @param out the answer, at least {@link LowStateCodec#SIZE} bytes, overwritten when there is one
     * @return whether {@code out} is to be sent back
     */
    boolean handle(
            final ByteBuffer in, final int length, final SocketAddress from, final long nowNs, final ByteBuffer out) {
        final ServerCounter refusal = switch (LowCmdCodec.decode(in, length, decoded)) {
            case OK -> isForeign(from, nowNs) ? ServerCounter.SECOND_CLIENT : null;
            case WRONG_SIZE -> ServerCounter.WRONG_SIZE;
            case BAD_CRC -> ServerCounter.BAD_CRC;
            case NOT_LOW_LEVEL -> ServerCounter.NOT_LOW_LEVEL;
            case NOT_FINITE -> ServerCounter.NOT_FINITE;
        };
        if (refusal != null) {
            counters.add(refusal, 1);
            return false;
        }
        client = from;
        clientHeardNs = nowNs;
        counters.add(ServerCounter.ACCEPTED, 1);
        advanceTo(nowNs);
        if (buses != null) {
            return streamNs == 0 && state(out);
        }
        final FaultyLine line = robot.faults() == null ? null : robot.faults().commands();
        if (line == null) {
            robot.command(decoded);
            walk.command(decoded);
        } else {
            line.put(in, robot.timeS());
            takeLateCommands();
        }
        return streamNs == 0 && state(out);
    }

    private void takeLateCommands() {
        final FaultyLine line = robot.faults() == null ? null : robot.faults().commands();
        while (line != null && line.take(late, robot.timeS())) {
            if (LowCmdCodec.decode(late, LowCmdCodec.SIZE, decoded) == DecodeResult.OK) {
                robot.command(decoded);
                walk.command(decoded);
            }
        }
    }

    /** Makes a state; false when it is not to be sent now, or never. */
    private boolean state(final ByteBuffer out) {
        if (robot.isSilent()) {
            return false;
        }
        robot.sense(sensed);
        LowStateCodec.encode(sensed, out);
        final FaultyLine line = states();
        if (line == null) {
            return true;
        }
        line.put(out, robot.timeS());
        return line.take(out, robot.timeS());
    }

    private FaultyLine states() {
        return robot.faults() == null ? null : robot.faults().states();
    }

    /**
     * Makes the next state that is due without a command: one of the stream, or one that comes late.
     *
     * @param nowNs not before that of the last call
     * @param out overwritten when there is one
     * @return whether {@code out} is to be sent to {@link #client}; then there may be more
     */
    boolean next(final long nowNs, final ByteBuffer out) {
        if (client == null || paused) {
            return false;
        }
        while (streamNs > 0 && nowNs - nextStateNs >= 0) {
            nextStateNs += streamNs * (1 + (nowNs - nextStateNs) / streamNs);
            if (state(out)) {
                return true;
            }
        }
        final FaultyLine line = states();
        return line != null && line.take(out, robot.timeS());
    }

    /** Who commands, null before the first command. */
    SocketAddress client() {
        return client;
    }

    private boolean isForeign(final SocketAddress from, final long nowNs) {
        return client != null && !client.equals(from) && nowNs - clientHeardNs < CLIENT_SILENCE_NS;
    }
}
