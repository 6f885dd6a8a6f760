package gaitd.robot.host;

import gaitd.robot.testing.WideLimits;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import java.util.concurrent.locks.LockSupport;

/** A control loop in its thread, with a robot that counts the commands it received. */
final class HostedRobot {
    final Config config = WideLimits.config();
    final RecordingPort port = new RecordingPort(config);
    final ControlHost host;

    private final TickRing frames = new TickRing();
    private final TickRing.Reader reader = frames.newReader();
    private final Operator operator;
    private Mode mode = Mode.PASSIVE;

    HostedRobot() {
        final CommandRing ring = new CommandRing();
        operator = new Operator(ring, 1, System::nanoTime);
        host = new ControlHost(
                config,
                port,
                new ControlLoop(config, port, ring, frames, new WalkingPolicy[0], System::nanoTime),
                false);
        host.start();
    }

    void ask(final OperatorRequest request) {
        operator.offer(request, null, 0, 0, 0);
    }

    void stand() {
        await(Mode.PASSIVE);
        ask(OperatorRequest.STAND);
        await(Mode.STAND);
    }

    /** Until a frame tells of a mode, or the host refuses. */
    void await(final Mode wanted) {
        boolean seen = false;
        while (!seen) {
            host.check();
            for (TickFrame frame = reader.poll(); frame != null; frame = reader.poll()) {
                mode = Mode.values()[(int) frame.get(TickField.MODE)];
                seen |= mode == wanted;
                if (!seen && mode == Mode.FAULT) {
                    throw new AssertionError("waited for " + wanted + ", but "
                            + Fault.values()[(int) frame.get(TickField.FAULT)].meaning);
                }
            }
            LockSupport.parkNanos(2_000_000L);
        }
    }
}
