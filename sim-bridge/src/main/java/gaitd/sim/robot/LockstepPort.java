package gaitd.sim.robot;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.sim.fault.FaultyLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A port to a simulated robot in the same thread: each command moves simulated time on by one control period.
 *
 * <p>Commands and states are encoded and decoded as on the wire, so quantisation is that of the real robot. As with the
 * real one, nothing is received before the first command is sent. Allocates nothing after construction.
 */
public final class LockstepPort implements RobotPort {
    private static final double S_PER_NS = 1e-9;

    private final SimulatedA1 robot;
    private final double periodS;
    private final PortCounters counters = new PortCounters();
    private final ByteBuffer commandBytes =
            ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer stateBytes =
            ByteBuffer.allocate(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final JointCommands decoded = new JointCommands();
    private final Sensed sensed = new Sensed();
    private boolean fresh;
    private boolean closed;

    /**
     * A port.
     *
     * @param robot moved by this port only
     * @param periodNs control period, above 0, ns
     * @throws IllegalArgumentException when the period is not above 0
     */
    public LockstepPort(final SimulatedA1 robot, final long periodNs) {
        if (periodNs <= 0) {
            throw new IllegalArgumentException("control period is " + periodNs + " ns, must be above 0");
        }
        this.robot = robot;
        this.periodS = periodNs * S_PER_NS;
    }

    @Override
    public boolean send(final JointCommands commands) {
        if (closed) {
            counters.sendErrors++;
            return false;
        }
        counters.sent++;
        LowCmdCodec.encode(commands, commandBytes);
        final FaultyLine line = robot.faults() == null ? null : robot.faults().commands();
        if (line == null) {
            command();
        } else {
            line.put(commandBytes, robot.timeS());
            while (line.take(commandBytes, robot.timeS())) {
                command();
            }
        }
        robot.advance(periodS);
        if (!robot.isSilent()) {
            answer();
        }
        return true;
    }

    private void command() {
        if (LowCmdCodec.decode(commandBytes, LowCmdCodec.SIZE, decoded) == DecodeResult.OK) {
            robot.command(decoded);
        }
    }

    private void answer() {
        robot.sense(sensed);
        LowStateCodec.encode(sensed, stateBytes);
        final FaultyLine line = states();
        if (line != null) {
            line.put(stateBytes, robot.timeS());
            return;
        }
        if (fresh) {
            counters.accepted++;
            counters.overtaken++;
        }
        fresh = true;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        final FaultyLine line = states();
        boolean received = fresh && decode(out, nowNs);
        fresh = false;
        while (line != null && line.take(stateBytes, robot.timeS())) {
            if (received) {
                counters.overtaken++;
            }
            received |= decode(out, nowNs);
        }
        return received;
    }

    private boolean decode(final Sensed out, final long nowNs) {
        switch (LowStateCodec.decode(stateBytes, LowStateCodec.SIZE, out)) {
            case OK -> {
                counters.accepted++;
                out.receivedAtNs = nowNs;
                out.sequence = counters.accepted;
                return true;
            }
            case BAD_CRC -> counters.badCrc++;
            default -> counters.notFinite++;
        }
        return false;
    }

    private FaultyLine states() {
        return robot.faults() == null ? null : robot.faults().states();
    }

    @Override
    public PortCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        closed = true;
        fresh = false;
    }
}
