package gaitd.sim.fault;

import gaitd.hal.Sensed;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.policies.learn.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies faults to one simulated robot. The same faults, seed and calls give the same bits.
 *
 * <p>Used by the thread that steps the robot. Allocates nothing but when faults are added or taken away.
 */
public final class FaultInjector {
    private static final long STATES = 1;
    private static final long COMMANDS = 2;

    private long seed;
    private final List<InjectedFault> faults = new ArrayList<>();
    private final List<SensedFault> sensed = new ArrayList<>();
    private final List<MotorFault> motors = new ArrayList<>();
    private final List<InjectedFault> ofPower = new ArrayList<>();
    private final List<InjectedFault> ofStates = new ArrayList<>();
    private final List<InjectedFault> ofCommands = new ArrayList<>();
    private final List<InjectedFault> ofBuses = new ArrayList<>();
    private final PowerFaults power = new PowerFaults(ofPower);
    private FaultyLine states;
    private FaultyLine commands;

    /**
     * Faults of a robot.
     *
     * @param plan what it is to have
     * @param seed decides everything that is drawn
     */
    public FaultInjector(final FaultPlan plan, final long seed) {
        this.seed = seed;
        plan.faults().forEach(this::add);
    }

    /**
     * Adds a fault to those that are there.
     *
     * @param fault the fault
     */
    public void add(final InjectedFault fault) {
        faults.add(fault);
        switch (fault.component()) {
            case STATE -> {
                ofStates.add(fault);
                states = states == null ? new FaultyLine(ofStates, LowStateCodec.SIZE) : states;
            }
            case COMMAND -> {
                ofCommands.add(fault);
                commands = commands == null ? new FaultyLine(ofCommands, LowCmdCodec.SIZE) : commands;
            }
            case BOARD, BATTERY -> ofPower.add(fault);
            case MOTOR -> motors.add(new MotorFault(fault));
            case BUS -> ofBuses.add(fault);
            default -> sensed.add(new SensedFault(fault));
        }
    }

    /**
     * Takes faults away.
     *
     * @param name as {@link InjectedFault#name} has it
     * @return whether there was one of that name
     */
    public boolean remove(final String name) {
        sensed.removeIf(one -> one.fault().name().equals(name));
        motors.removeIf(one -> one.fault().name().equals(name));
        ofPower.removeIf(one -> one.name().equals(name));
        ofStates.removeIf(one -> one.name().equals(name));
        ofCommands.removeIf(one -> one.name().equals(name));
        ofBuses.removeIf(one -> one.name().equals(name));
        return faults.removeIf(one -> one.name().equals(name));
    }

    /**
     * Draws anew from the next beginning on.
     *
     * @param next decides everything that is drawn
     */
    public void reseed(final long next) {
        seed = next;
    }

    /** Goes back to the robot's time 0. */
    public void begin() {
        for (int i = 0; i < sensed.size(); i++) {
            sensed.get(i).begin(seed);
        }
        for (int i = 0; i < motors.size(); i++) {
            motors.get(i).begin(seed);
        }
        if (states != null) {
            states.begin(RandomStream.seed(seed, STATES));
        }
        if (commands != null) {
            commands.begin(RandomStream.seed(seed, COMMANDS));
        }
    }

    /**
     * Changes a reading.
     *
     * @param out as the sensors gave it, changed
     * @param timeS the robot's time, s
     */
    public void sense(final Sensed out, final double timeS) {
        out.robotTick = power.tickMs(timeS, out.robotTick);
        for (int i = 0; i < sensed.size(); i++) {
            sensed.get(i).apply(out, timeS);
        }
    }

    /**
     * Changes what the drives give.
     *
     * @param timeS the robot's time, s
     * @param q true joint angles, rad
     * @param dq true joint speeds, rad/s
     * @param drives changed
     */
    public void drive(final double timeS, final double[] q, final double[] dq, final DriveOutputs drives) {
        for (int i = 0; i < motors.size(); i++) {
            motors.get(i).apply(timeS, q, dq, drives);
        }
        if (power.isOff(timeS)) {
            for (int j = 0; j < q.length; j++) {
                drives.set(j, 0, 0);
            }
        }
    }

    /**
     * What is wrong with a motor's end of its bus.
     *
     * @param joint its joint's index
     * @param timeS the robot's time, s
     * @param out overwritten
     */
    public void bus(final int joint, final double timeS, final BusTrouble out) {
        out.clear();
        for (int i = 0; i < ofBuses.size(); i++) {
            final InjectedFault fault = ofBuses.get(i);
            if (fault.isActive(timeS) && (fault.bits() >> joint & 1) != 0 && fault.isOff(timeS)) {
                out.add(fault);
            }
        }
    }

    /**
     * Voltage as a share of what it would be without faults.
     *
     * @param timeS the robot's time, s
     * @return 0 to 1
     */
    public double voltageShare(final double timeS) {
        return power.voltageShare(timeS);
    }

    /**
     * Whether the board neither hears nor answers.
     *
     * @param timeS the robot's time, s
     * @return true while it is off, starting or hung
     */
    public boolean isSilent(final double timeS) {
        return power.isOff(timeS) || power.isStarting(timeS) || power.isHung(timeS);
    }

    /**
     * Whether the drives have lost their command.
     *
     * @param timeS the robot's time, s
     * @return true while the board is off or starting
     */
    public boolean isForgetful(final double timeS) {
        return power.isOff(timeS) || power.isStarting(timeS);
    }

    /**
     * Whether the last command holds without end.
     *
     * @param timeS the robot's time, s
     * @return true while the board is hung
     */
    public boolean isHung(final double timeS) {
        return power.isHung(timeS);
    }

    /**
     * The way of datagrams to the controller.
     *
     * @return null when nothing ever happens to it
     */
    public FaultyLine states() {
        return states;
    }

    /**
     * The way of datagrams from the controller.
     *
     * @return null when nothing ever happens to it
     */
    public FaultyLine commands() {
        return commands;
    }

    /**
     * The faults that are there, in force or not.
     *
     * @return live, not to be modified
     */
    public List<InjectedFault> faults() {
        return faults;
    }
}
