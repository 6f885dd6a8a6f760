package gaitd.sim.robot;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.fault.FaultyLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Datagrams between a robot with faults and a controller that needs none otherwise. Allocates nothing after construction. */
final class FaultyWire {
    private final SimulatedA1 robot;
    private final ByteBuffer commandBytes =
            ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer stateBytes =
            ByteBuffer.allocate(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final JointCommands decoded = new JointCommands();
    private final Sensed sensed = new Sensed();

    FaultyWire(final SimulatedA1 robot) {
        this.robot = robot;
    }

    boolean receive(final FaultInjector faults, final Sensed out) {
        final FaultyLine line = faults.states();
        if (!robot.isSilent()) {
            robot.sense(line == null ? out : sensed);
        }
        if (line == null) {
            return !robot.isSilent();
        }
        if (!robot.isSilent()) {
            LowStateCodec.encode(sensed, stateBytes);
            line.put(stateBytes, robot.timeS());
        }
        boolean received = false;
        while (line.take(stateBytes, robot.timeS())) {
            received |= LowStateCodec.decode(stateBytes, LowStateCodec.SIZE, out) == DecodeResult.OK;
        }
        return received;
    }

    void send(final FaultInjector faults, final JointCommands commands) {
        final FaultyLine line = faults.commands();
        if (line == null) {
            robot.command(commands);
            return;
        }
        LowCmdCodec.encode(commands, commandBytes);
        line.put(commandBytes, robot.timeS());
        while (line.take(commandBytes, robot.timeS())) {
            if (LowCmdCodec.decode(commandBytes, LowCmdCodec.SIZE, decoded) == DecodeResult.OK) {
                robot.command(decoded);
            }
        }
    }
}
