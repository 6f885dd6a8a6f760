package gaitd.tools.run;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;

/**
 * The operator of a run: stands the robot up, walks it, sits it down, by watching frames and posting requests.
 *
 * <p>The same in real time and in lock-step: time is counted in ticks. Fed by one thread with every frame; only
 * {@link #stop()} may be called from another.
 */
public final class Scenario {
    /** How far the run is. */
    public enum Phase {
        /** No state has come yet. */
        CONNECT,
        /** Standing up. */
        RISE,
        /** Walking. */
        WALK,
        /** Sitting down. */
        SIT,
        /** Lying, until a person wants it up again. */
        REST,
        /** Damped by a fault. */
        FAULTED,
        /** Nothing left to do. */
        DONE
    }

    private static final Mode[] MODES = Mode.values();
    private static final double LYING_S = 0.3;
    private static final double FAULT_S = 1.0;

    private final RunPlan plan;
    private final CommandRing requests;
    private final long walkTicks;
    private final long lyingTicks;
    private final long faultTicks;
    private final Steering steering;
    private volatile boolean stopRequested;
    private Phase phase = Phase.CONNECT;
    private Mode mode = Mode.PASSIVE;
    private boolean asked;
    private boolean ending;
    private boolean stopped;
    private boolean faulted;
    private boolean policyFaulted;
    private long walked;
    private long inPhase;

    /**
     * A run that has not begun.
     *
     * @param plan what to do
     * @param requests where requests go
     * @param periodNs control period, ns
     */
    public Scenario(final RunPlan plan, final CommandRing requests, final long periodNs) {
        this.plan = plan;
        this.requests = requests;
        walkTicks = ticks(plan.walkSeconds(), periodNs);
        lyingTicks = ticks(LYING_S, periodNs);
        faultTicks = ticks(FAULT_S, periodNs);
        steering = new Steering(plan);
    }

    private static long ticks(final double seconds, final long periodNs) {
        return Math.round(seconds * 1e9 / periodNs);
    }

    /**
     * Takes one frame and posts what follows from it.
     *
     * @param frame not modified
     */
    public void update(final TickFrame frame) {
        mode = MODES[(int) frame.get(TickField.MODE)];
        policyFaulted = frame.get(TickField.POLICY_FAULT) != 0;
        inPhase++;
        if (mode == Mode.FAULT && phase != Phase.FAULTED && phase != Phase.DONE) {
            faulted = true;
            enter(Phase.FAULTED);
        }
        if (stopRequested && !ending) {
            ending = true;
            stopped = true;
            end();
        }
        switch (phase) {
            case CONNECT -> {
                if (frame.get(TickField.STATES_ACCEPTED) > 0) {
                    rise();
                }
            }
            case RISE -> watchRise();
            case WALK -> watchWalk();
            case SIT -> watchSit();
            case FAULTED -> watchFault();
            case REST, DONE -> {
                // until a person or nothing
            }
        }
    }

    private void rise() {
        requests.offer(OperatorRequest.STAND, plan.gait(), 0, 0, 0);
        enter(Phase.RISE);
    }

    private void watchRise() {
        if (mode == Mode.STAND && !asked) {
            asked = offer(OperatorRequest.WALK, plan.gait());
        } else if (mode == Mode.WALK) {
            enter(Phase.WALK);
            walked++;
        }
    }

    private void watchWalk() {
        if (mode == Mode.WALK) {
            walked++;
        }
        if (walked >= walkTicks && !ending) {
            ending = true;
            end();
        }
    }

    private void watchSit() {
        if (mode != Mode.PASSIVE) {
            inPhase = 0;
        } else if (inPhase >= lyingTicks) {
            enter(ending ? Phase.DONE : Phase.REST);
        }
    }

    private void watchFault() {
        if (mode == Mode.PASSIVE) {
            enter(ending ? Phase.DONE : Phase.REST);
        } else if ((ending || !plan.waitsAfterFault()) && inPhase >= faultTicks) {
            enter(Phase.DONE);
        }
    }

    private void end() {
        switch (phase) {
            case RISE, WALK -> sit();
            case CONNECT, REST, FAULTED -> enter(Phase.DONE);
            case SIT, DONE -> {
                // on its way
            }
        }
    }

    private void sit() {
        requests.offer(OperatorRequest.SIT, null, 0, 0, 0);
        enter(Phase.SIT);
    }

    /** Asks without a change of velocity. */
    private void ask(final OperatorRequest request) {
        if (phase == Phase.WALK) {
            offer(request, null);
        } else {
            requests.offer(request, null, 0, 0, 0);
        }
    }

    private boolean offer(final OperatorRequest request, final Gait gait) {
        return requests.offer(request, gait, steering.vx(), steering.vy(), steering.yawRate());
    }

    private void enter(final Phase next) {
        phase = next;
        inPhase = 0;
        asked = false;
    }

    /**
     * Obeys a key.
     *
     * @param key what was pressed
     */
    public void press(final Key key) {
        switch (key) {
            case QUIT -> stop();
            case SIT_OR_STAND -> {
                if (phase == Phase.REST) {
                    rise();
                } else if (phase == Phase.RISE || phase == Phase.WALK) {
                    sit();
                }
            }
            case CLEAR_FAULT -> {
                if (phase == Phase.FAULTED || policyFaulted) {
                    ask(OperatorRequest.CLEAR_FAULT);
                }
            }
            case NEXT_POLICY -> ask(OperatorRequest.POLICY_NEXT);
            case FASTER, SLOWER, LEFT, RIGHT -> {
                steering.press(key);
                if (phase == Phase.WALK) {
                    offer(OperatorRequest.NONE, null);
                }
            }
        }
    }

    /** Asks for the run to end with a lying robot. May be called from any thread. */
    public void stop() {
        stopRequested = true;
    }

    /**
     * How far the run is.
     *
     * @return the phase
     */
    public Phase phase() {
        return phase;
    }

    /**
     * The robot's mode in the newest frame.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * Whether a fault was seen, cleared or not.
     *
     * @return true for the rest of the run
     */
    public boolean faulted() {
        return faulted;
    }

    /**
     * Whether the run was ended before its walking time was over.
     *
     * @return true after {@link #stop()} took effect
     */
    public boolean stopped() {
        return stopped;
    }

    /**
     * Whether all was done that the plan or the person asked for.
     *
     * @return true when it ended lying, never faulted, and walked its time or was told to stop
     */
    public boolean succeeded() {
        return phase == Phase.DONE && !faulted && (stopped || walked >= walkTicks);
    }
}
