package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import gaitd.sim.fault.DriveOutputs;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.measure.PhysicsSums;
import java.util.Arrays;

/**
 * An A1 around a physics engine: motor drives, sensors, temperatures, command timeout and pushes.
 *
 * <p>Time is the simulation's own and counts whole physics steps from the last placing. The same seed and the same calls
 * give the same bits. Used by the lock-step port, by the robot's side of the wire and by training, one thread at a time.
 * Allocates nothing after construction.
 */
public final class SimulatedA1 implements AutoCloseable {
    /** Default age of a command beyond which the drives damp; the real robot's value is not known, s. */
    public static final double COMMAND_TIMEOUT_S = 0.1;

    private static final double STEP_TOLERANCE_S = 1e-9;
    private static final double MS_PER_S = 1000;

    private final Simulator sim;
    private volatile RemoteSource remote = RemoteSource.NONE;
    private final double timeoutS;
    private final Wear wear = new Wear();
    private final MotorDrives drives = new MotorDrives(wear);
    private final CommandDelay delay = new CommandDelay();
    private final Battery battery = new Battery();
    private final MotorHeat heat = new MotorHeat();
    private final SensorSuite sensors;
    private final PhysicsSums sums = new PhysicsSums();
    private final double[] kickMS = new double[3];
    private Sling sling;
    private final Hands hands = new Hands();
    private final DriveOutputs outputs = new DriveOutputs(drives.torqueNm, drives.dampingNmSRad, drives.mode);
    private PushSchedule pushes;
    private IcePatches ice;
    private FaultInjector faults;
    private double owedS;
    private long steps;
    private long commandedAtStep;
    private boolean commanded;

    /**
     * A robot lying on ground of height 0, its drives damping until the first command.
     *
     * @param sim the engine, owned by this robot from now on
     * @param noise of the sensors
     * @param seed decides all noise and the feet's offsets
     * @param commandTimeoutS simulated time after which an unrenewed command is dropped, above 0; infinite for never, s
     * @throws IllegalArgumentException when the timeout is not above 0
     */
    public SimulatedA1(final Simulator sim, final SensorNoise noise, final long seed, final double commandTimeoutS) {
        if (!(commandTimeoutS > 0)) {
            throw new IllegalArgumentException("command timeout is " + commandTimeoutS + " s, must be above 0");
        }
        this.sim = sim;
        this.timeoutS = commandTimeoutS;
        this.sensors = new SensorSuite(noise, wear, hands, seed);
        lying(0);
    }

    /**
     * Places the robot at rest on folded legs, feet touching. Allocates.
     *
     * @param groundHeightM height of the ground at the world's origin, m
     */
    public void lying(final double groundHeightM) {
        place(StartPose.LYING, groundHeightM);
    }

    /**
     * Places the robot at rest at the world's origin. Allocates.
     *
     * @param pose how
     * @param groundHeightM height of the ground there, m
     */
    public void place(final StartPose pose, final double groundHeightM) {
        place(new double[] {0, 0, groundHeightM + pose.heightM()}, pose.quaternion(), pose.jointsRad());
    }

    /**
     * Places the robot at rest, cold, uncommanded and at time 0. The noise generator is not reset; see {@link #reseed}.
     *
     * @param basePositionM trunk origin in the world, 3, m
     * @param baseQuaternion trunk orientation, w x y z, 4
     * @param jointPositionRad joint angles, 12, rad
     */
    public void place(final double[] basePositionM, final double[] baseQuaternion, final double[] jointPositionRad) {
        if (sling != null) {
            sling.release();
        }
        sim.reset(basePositionM, baseQuaternion, jointPositionRad);
        sums.begin(sim.state());
        drives.forget();
        delay.clear(wear.latencySteps);
        battery.reset(wear);
        heat.reset();
        owedS = 0;
        steps = 0;
        commanded = false;
        if (pushes != null) {
            pushes.startAt(0);
        }
        if (faults != null) {
            faults.begin();
        }
        drives.update(sim.state().q, sim.state().dq, battery.share(), false);
    }

    /**
     * Differences of this robot from the nominal one.
     *
     * @return live; to be written before placing the robot only
     */
    public Wear wear() {
        return wear;
    }

    /**
     * Reseeds all noise, and the feet's offsets.
     *
     * @param seed decides it
     */
    public void reseed(final long seed) {
        sensors.reseed(seed);
    }

    /** Battery voltage now, share of full. */
    public double batteryShare() {
        return battery.share();
    }

    /**
     * Sets the pushes.
     *
     * @param schedule the pushes, or null for none
     */
    public void pushes(final PushSchedule schedule) {
        pushes = schedule;
    }

    /**
     * Sets the patches of ice, set before the robot is placed.
     *
     * @param patches of the robot's model, or null for none
     */
    public void ice(final IcePatches patches) {
        ice = patches;
    }

    /**
     * Gives the robot straps that it can be hung up by.
     *
     * @param straps owned by this robot from now on
     */
    public void sling(final Sling straps) {
        sling = straps;
        straps.around(sim);
    }

    /**
     * A person's hands on this robot.
     *
     * @return live
     */
    public Hands hands() {
        return hands;
    }

    /**
     * The straps.
     *
     * @return live; null where the robot has none
     */
    public Sling sling() {
        return sling;
    }

    /**
     * Pushes the robot now.
     *
     * @param velocityWorldMS change of the trunk's velocity, 3, m/s
     */
    public void push(final double[] velocityWorldMS) {
        sim.kick(velocityWorldMS);
    }

    /**
     * Sets the faults.
     *
     * @param injector the faults, or null for none
     */
    public void faults(final FaultInjector injector) {
        faults = injector;
    }

    /**
     * The faults.
     *
     * @return null for none
     */
    public FaultInjector faults() {
        return faults;
    }

    /**
     * Takes the newest command; the drives get it after the latency of {@link Wear}, and it holds until the next one or the
     * timeout.
     *
     * @param commands copied; gains as quantised on the wire
     */
    public void command(final JointCommands commands) {
        if (isSilent()) {
            return;
        }
        if (delay.isNone()) {
            apply(commands);
        } else {
            delay.put(commands, steps);
        }
    }

    private void apply(final JointCommands commands) {
        drives.command(commands);
        commanded = true;
        commandedAtStep = steps;
    }

    /**
     * Runs as many whole physics steps as fit; the remainder is kept.
     *
     * @param seconds simulated time to go, 0 or more, s
     */
    public void advance(final double seconds) {
        owedS += seconds;
        while (owedS >= sim.timeStepS() - STEP_TOLERANCE_S) {
            owedS -= sim.timeStepS();
            stepOnce();
        }
    }

    /** Runs one physics step. */
    public void stepOnce() {
        beforeStep();
        sim.step(drives.torqueNm, drives.dampingNmSRad);
        afterStep();
    }

    /**
     * First half of a step, for callers that step the engines of many robots together: pushes and drives. The caller
     * steps the engine next, by {@link #torqueNm()} and {@link #dampingNmSRad()}.
     */
    public void beforeStep() {
        final SimState state = sim.state();
        if (pushes != null && pushes.take(timeS(), kickMS)) {
            push(kickMS);
        }
        if (ice != null) {
            ice.step(sim);
        }
        if (sling != null) {
            sling.step();
        }
        final JointCommands arrived = delay.isNone() ? null : delay.take(steps);
        if (arrived != null) {
            apply(arrived);
        }
        if (faults == null) {
            drives.update(state.q, state.dq, battery.share(), isCommanded());
        } else {
            commanded &= !faults.isForgetful(timeS());
            drives.update(state.q, state.dq, battery.share() * faults.voltageShare(timeS()), isCommanded());
            faults.drive(timeS(), state.q, state.dq, outputs);
        }
        hands.step(sim, drives.torqueNm);
    }

    /** Second half of a step, after the engine's. */
    public void afterStep() {
        final SimState state = sim.state();
        sums.add(state, sim.timeStepS());
        heat.update(state.motorTorque, sim.timeStepS());
        battery.update(wear, state.motorTorque, state.dq, sim.timeStepS());
        steps++;
    }

    /** Torques for the engine's step, damping not included; live, 12, N m. */
    public double[] torqueNm() {
        return drives.torqueNm;
    }

    /**
     * Damping for the engine's step.
     *
     * @return live, 12, N m s/rad
     */
    public double[] dampingNmSRad() {
        return drives.dampingNmSRad;
    }

    /**
     * Gives the robot a remote.
     *
     * @param source asked at each state from now on
     */
    public void setRemote(final RemoteSource source) {
        remote = source;
    }

    /**
     * Reads every sensor.
     *
     * @param out overwritten but for the time of receipt and the sequence
     */
    public void sense(final Sensed out) {
        sensors.sense(sim.state(), out);
        for (int j = 0; j < A1.JOINTS; j++) {
            out.motorMode[j] = drives.mode[j];
            out.motorTemperatureC[j] = (int) Math.rint(heat.temperatureC(j));
        }
        Arrays.fill(out.wirelessRemote, (byte) 0);
        remote.read(out.wirelessRemote);
        out.imuTemperatureC = (int) MotorHeat.AMBIENT_C;
        out.robotTick = Math.round(timeS() * MS_PER_S);
        if (faults != null) {
            faults.sense(out, timeS());
        }
    }

    /**
     * Whether the robot neither hears nor answers, for a fault of its board or its battery.
     *
     * @return false while it works
     */
    public boolean isSilent() {
        return faults != null && faults.isSilent(timeS());
    }

    /**
     * Whether a command is in force, neither missing nor too old.
     *
     * @return false while the drives damp for want of one
     */
    public boolean isCommanded() {
        final boolean hung = faults != null && faults.isHung(timeS());
        return commanded && (hung || (steps - commandedAtStep) * sim.timeStepS() < timeoutS - STEP_TOLERANCE_S);
    }

    /** Age of a command beyond which the drives damp, s. */
    public double commandTimeoutS() {
        return timeoutS;
    }

    /** Simulated time since the last placing, s. */
    public double timeS() {
        return steps * sim.timeStepS();
    }

    /** Length of a physics step, s. */
    public double timeStepS() {
        return sim.timeStepS();
    }

    /**
     * Ground truth.
     *
     * @return the engine's live state, overwritten by the next step
     */
    public SimState truth() {
        return sim.state();
    }

    /**
     * What was done in physics steps since the last placing.
     *
     * @return live, added to by the next step; not to be modified
     */
    public PhysicsSums sums() {
        return sums;
    }

    @Override
    public void close() {
        sim.close();
    }
}
