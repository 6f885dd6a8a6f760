package gaitd.robot.run;

import gaitd.hal.A1;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.robot.host.ControlHost;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.ScenarioLoop;
import gaitd.robot.world.TruthSource;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.command.Operator;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.shared.SharedFolder;
import gaitd.sim.measure.WalkSample;
import java.util.concurrent.locks.LockSupport;

/**
 * A run by the clock: the control loop in a thread of its own, everything else in the caller's, which reads its frames.
 *
 * <p>Whether the robot is real or simulated is known to the port only.
 */
public final class RealTimeRun {
    /** Time without a state after the start from which a robot counts as silent, ns. */
    public static final long SILENCE_NS = 2_000_000_000L;

    private static final long IDLE_NS = 2_000_000L;

    private final RobotPort port;
    private final String robotName;
    private final TruthSource truthSource;
    private final RunCore core;
    private final ControlHost host;
    private final WalkSample truth = new WalkSample();
    private boolean connected;
    private long lastTick;

    /**
     * A run that has not begun.
     *
     * @param plan what to do
     * @param config all settings
     * @param port the robot; closed by the caller, after the run
     * @param robotName where the robot is, for messages
     * @param truthSource ground truth, or null where there is none
     * @param strict whether to end before the first tick when the system refuses a real-time setting
     * @param shared where a learner follows it, or null where none does; closed by the caller, after the run
     */
    public RealTimeRun(
            final RunPlan plan,
            final Config config,
            final RobotPort port,
            final String robotName,
            final TruthSource truthSource,
            final boolean strict,
            final SharedFolder shared) {
        this.port = port;
        this.robotName = robotName;
        this.truthSource = truthSource;
        final double massKg = truthSource == null ? A1.MASS_KG : truthSource.massKg();
        core = shared == null
                ? new RunCore(plan, config, port, massKg, System::nanoTime, System::nanoTime)
                : new RunCore(
                        config,
                        massKg,
                        new ScenarioLoop(
                                plan,
                                config,
                                port,
                                System::nanoTime,
                                System::nanoTime,
                                shared.frames(),
                                shared.learner()));
        host = new ControlHost(config, port, core.loop, strict);
    }

    /**
     * Where the frames of this run appear.
     *
     * @return the ring; readers made before {@link #run} see every frame
     */
    public TickRing frames() {
        return core.frames;
    }

    /**
     * Experience of the adapting policy and weights for it.
     *
     * @return null where nothing adapts and nobody follows
     */
    public LearnerLink learner() {
        return core.learner();
    }

    /**
     * Ends the run, with a lying robot where that is possible: it sits down even when the thread that reads the frames is held up, as by a
     * terminal that nobody reads. May be called from any thread.
     */
    public void stop() {
        core.scenario.stop();
        core.loop.leave();
    }

    /** Damps the robot at once. May be called from any thread. */
    public void stopAtOnce() {
        core.loop.stop();
    }

    /**
     * The operator of the page, who is in command from now on. Called by the thread that runs this, when the page sends something.
     *
     * @return the one for all pages
     */
    public Operator pageOperator() {
        core.scenario.handOver();
        return core.pageOperator();
    }

    /**
     * Runs to the end.
     *
     * @param monitor called with every frame
     * @return the result
     * @throws Refusal when the robot is silent or the control thread died
     */
    public RunResult run(final RunMonitor monitor) {
        final long startNs = System.nanoTime();
        host.start();
        try {
            while (!core.done()) {
                drain(monitor);
                monitor.idle(core.scenario);
                check(System.nanoTime() - startNs);
                LockSupport.parkNanos(IDLE_NS);
            }
            host.endCosts(lastTick);
        } finally {
            host.close();
        }
        return new RunResult(
                core.scenario,
                core.meter,
                truthSource != null,
                core.reader.lostFrames(),
                host.costs(),
                host.startToArmedS(),
                host.packetTicks(),
                host.measures());
    }

    private void drain(final RunMonitor monitor) {
        TickFrame frame = core.reader.poll();
        if (frame != null && truthSource != null) {
            truthSource.read(truth);
        }
        while (frame != null) {
            connected |= frame.get(TickField.STATES_ACCEPTED) > 0;
            lastTick = frame.get(TickField.TICK);
            core.take(frame, truthSource == null ? null : truth, monitor);
            truth.workJ = 0;
            truth.slipM = 0;
            if (core.walking()) {
                host.armed(lastTick);
            }
            frame = core.done() ? null : core.reader.poll();
        }
    }

    private void check(final long elapsedNs) {
        host.check();
        if (!connected && !core.done() && elapsedNs > SILENCE_NS) {
            throw new Refusal(silence());
        }
    }

    private String silence() {
        final PortCounters counters = port.counters();
        final StringBuilder text =
                new StringBuilder("no state from ").append(robotName).append(" within 2 s");
        if (counters.dropped() > 0) {
            text.append(", only datagrams that had to be dropped (")
                    .append(counters.wrongSize)
                    .append(" of wrong size, ")
                    .append(counters.badCrc)
                    .append(" with a bad checksum, ")
                    .append(counters.notFinite)
                    .append(" with values that are not numbers); check that it is an A1 in low-level mode");
        } else if (counters.receiveErrors > 0) {
            text.append(", the host refuses the connection; check the port, and that the robot or simulator"
                    + " is running");
        } else {
            text.append("; check that it is switched on and in low-level mode, the cable or radio link, and that this"
                    + " computer has an address in its network");
        }
        return text.toString();
    }
}
