package gaitd.bench.policy;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.robot.report.PolicyText;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.world.World;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.telemetry.TickStatistics;
import gaitd.sim.robot.LockstepPort;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/**
 * Times the ticks of a walking, simulated robot by the machine's clock; the physics runs between ticks, untimed.
 *
 * <p>Ticks begin by the robot's time, as they do where it is real, and only within a tick the machine's time passes.
 */
public final class TickTrial {
    private static final double VX_M_S = 0.3;

    private final long periodNs;
    private final Held port;
    private final ControlLoop loop;
    private final TickRing.Reader reader;
    private final Scenario scenario;
    private final TickTiming timing = new TickTiming(this::nowNs);
    private long begunNs;
    private TickStatistics walking = new TickStatistics();
    private PolicyFault fault = PolicyFault.NONE;

    /**
     * A robot that lies.
     *
     * @param config all settings
     * @param policies one, or none
     * @param seed of the sensors' noise
     */
    public TickTrial(final Config config, final List<PolicyFit> policies, final long seed) {
        periodNs = config.periodNs();
        port = new Held(new LockstepPort(new World(Terrain.FLAT, seed, null).robot(config), periodNs));
        final CommandRing requests = new CommandRing();
        final TickRing frames = new TickRing();
        reader = frames.newReader();
        final RunPlan plan = new RunPlan(Double.POSITIVE_INFINITY, VX_M_S, 0, 0, Gait.TROT, false);
        scenario = new Scenario(plan, new Operator(requests, 1, () -> timing.startedNs), config);
        loop = new ControlLoop(
                config,
                port,
                requests,
                frames,
                policies.stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new),
                System::nanoTime);
    }

    /**
     * Ticks; states are as old as they are in a lock-step.
     *
     * @param ticks how many
     */
    public void run(final int ticks) {
        for (int i = 0; i < ticks; i++) {
            timing.startedNs += periodNs;
            timing.scheduledNs = timing.startedNs;
            begunNs = System.nanoTime();
            loop.tick(timing);
            timing.tick++;
            port.move();
            final TickFrame frame = reader.poll();
            scenario.update(frame);
            fault = PolicyText.fault(frame) == PolicyFault.NONE ? fault : PolicyText.fault(frame);
            if (scenario.mode() == Mode.WALK) {
                walking.add(frame);
            }
        }
    }

    private long nowNs() {
        return timing.startedNs + System.nanoTime() - begunNs;
    }

    /** Forgets the ticks timed so far. */
    public void forget() {
        walking = new TickStatistics();
    }

    /**
     * Ticks while walking.
     *
     * @return live
     */
    public TickStatistics walking() {
        return walking;
    }

    /**
     * Whether a policy was taken off.
     *
     * @return why, or {@link PolicyFault#NONE}
     */
    public PolicyFault fault() {
        return fault;
    }

    /** Takes commands within the tick and passes them on after it. */
    private static final class Held implements RobotPort {
        private final RobotPort port;
        private final JointCommands commands = new JointCommands();

        Held(final RobotPort port) {
            this.port = port;
        }

        void move() {
            port.send(commands);
        }

        @Override
        public boolean receive(final Sensed out, final long nowNs) {
            return port.receive(out, nowNs);
        }

        @Override
        public boolean send(final JointCommands given) {
            commands.set(given);
            return true;
        }

        @Override
        public PortCounters counters() {
            return port.counters();
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
