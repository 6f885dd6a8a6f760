package gaitd.sim.robot;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
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
        if (LowCmdCodec.decode(commandBytes, LowCmdCodec.SIZE, decoded) == DecodeResult.OK) {
            robot.command(decoded);
        }
        robot.advance(periodS);
        robot.sense(sensed);
        LowStateCodec.encode(sensed, stateBytes);
        if (fresh) {
            counters.accepted++;
            counters.overtaken++;
        }
        fresh = true;
        return true;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        if (!fresh) {
            return false;
        }
        fresh = false;
        if (LowStateCodec.decode(stateBytes, LowStateCodec.SIZE, out) != DecodeResult.OK) {
            counters.notFinite++;
            return false;
        }
        counters.accepted++;
        out.receivedAtNs = nowNs;
        out.sequence = counters.accepted;
        return true;
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
