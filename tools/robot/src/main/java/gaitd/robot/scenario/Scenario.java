package gaitd.robot.scenario;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;

/**
 * The operator of a run: stands the robot up, walks it and sits it down, by reading frames and sending requests.
 *
 * <p>The same in real time and in lock-step: time is counted in ticks. Fed by one thread with every frame; only
 * {@link #stop()} may be called from another.
 */
public final class Scenario {
    /** Phase of the run. */
    public enum Phase {
        /** No state has come yet. */
        CONNECT,
        /** Standing up. */
        RISE,
        /** Walking. */
        WALK,
        /** Sitting down. */
        SIT,
        /** Lying, until a person stands it up again. */
        REST,
        /** Damped by a fault. */
        FAULTED,
        /** Nothing left to do. */
        DONE
    }

    private static final Mode[] MODES = Mode.values();
    private static final OperatorState[] OPERATOR_STATES = OperatorState.values();
    private static final double LYING_S = 0.3;
    private static final double FAULT_S = 1.0;
    private static final double HEARTBEAT_S = 0.05;

    private final RunPlan plan;
    private final Operator operator;
    private final long heartbeatTicks;
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
    private boolean halted;
    private boolean idle;
    private boolean handedOver;
    private long stops;
    private boolean warned;
    private long walked;
    private long inPhase;
    private long frames;
    private OperatorRequest pending = OperatorRequest.NONE;
    private Gait pendingGait;
    private long ticket;

    /**
     * A run that has not begun.
     *
     * @param plan what to do
     * @param operator sends its requests
     * @param config rate and greatest velocities
     */
    public Scenario(final RunPlan plan, final Operator operator, final Config config) {
        this.plan = plan;
        this.operator = operator;
        final long periodNs = config.periodNs();
        heartbeatTicks = Math.max(1, ticks(HEARTBEAT_S, periodNs));
        walkTicks = ticks(plan.walkSeconds(), periodNs);
        lyingTicks = ticks(LYING_S, periodNs);
        faultTicks = ticks(FAULT_S, periodNs);
        steering = new Steering(plan, config);
        if (plan.holds()) {
            operator.hold();
        }
    }

    private static long ticks(final double seconds, final long periodNs) {
        return Math.round(seconds * 1e9 / periodNs);
    }

    /**
     * Takes one frame and sends the request that follows from it.
     *
     * @param frame not modified
     */
    public void update(final TickFrame frame) {
        mode = MODES[(int) frame.get(TickField.MODE)];
        policyFaulted = frame.get(TickField.POLICY_FAULT) != 0;
        warned = frame.get(TickField.REACTION) != 0;
        inPhase++;
        frames++;
        if (frame.get(TickField.STOPS) != stops) {
            stops = frame.get(TickField.STOPS);
            halt();
        }
        final OperatorState state = OPERATOR_STATES[(int) frame.get(TickField.OPERATOR_STATE)];
        if (state == OperatorState.IDLE && !idle) {
            steering.halt();
        }
        idle = state == OperatorState.IDLE;
        insist();
        if (frames % heartbeatTicks == 0 && !handedOver) {
            send(OperatorRequest.NONE, null);
        }
        if (mode == Mode.FAULT && phase != Phase.FAULTED && phase != Phase.DONE) {
            faulted = true;
            enter(Phase.FAULTED);
        }
        if (frame.get(TickField.REACTION) >= Reaction.STOP_WALKING.ordinal() && !faulted) {
            faulted = true;
            stopRequested |= !plan.waitsAfterFault();
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
            case REST -> {
                if (mode == Mode.STAND_UP) {
                    halted = false;
                    enter(Phase.RISE);
                    asked = true;
                }
            }
            case DONE -> {
                // nothing left to do
            }
        }
    }

    /** A person stopped the robot, by whatever way: it stays damped until a person stands it up again. */
    private void halt() {
        pending = OperatorRequest.NONE;
        steering.halt();
        halted = true;
        if (phase != Phase.FAULTED && phase != Phase.DONE) {
            enter(ending || !plan.waitsAfterFault() ? Phase.DONE : Phase.REST);
        }
    }

    private void rise() {
        operator.act();
        halted = false;
        ask(OperatorRequest.STAND, plan.gait());
        enter(Phase.RISE);
    }

    private void watchRise() {
        if (mode == Mode.STAND && (idle || handedOver)) {
            passTime();
        } else if (mode == Mode.STAND && !asked) {
            asked = true;
            ask(OperatorRequest.WALK, plan.gait());
        } else if (mode == Mode.WALK) {
            enter(Phase.WALK);
            walked++;
        } else if (mode == Mode.SIT_DOWN) {
            enter(Phase.SIT);
        }
    }

    private void watchWalk() {
        if (mode == Mode.STAND) {
            enter(Phase.RISE);
        } else if (mode == Mode.SIT_DOWN) {
            enter(Phase.SIT);
        }
        if (mode == Mode.WALK || walked >= walkTicks) {
            passTime();
        }
    }

    private void passTime() {
        walked++;
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
                // the mode changes by itself
            }
        }
    }

    private void sit() {
        ask(OperatorRequest.SIT, null);
        enter(Phase.SIT);
    }

    private void ask(final OperatorRequest request, final Gait gait) {
        pending = request;
        pendingGait = gait;
        ticket = send(request, gait);
    }

    /** A request that came too late on a busy machine, or found the ring full, is made again. */
    private void insist() {
        if (pending == OperatorRequest.NONE) {
            return;
        }
        final Verdict verdict = ticket == 0 ? Verdict.STALE : operator.verdict(ticket);
        if (verdict == Verdict.STALE) {
            ticket = send(pending, pendingGait);
        } else if (verdict != null) {
            pending = OperatorRequest.NONE;
        }
    }

    private long send(final OperatorRequest request, final Gait gait) {
        return operator.offer(request, gait, steering.vx(), steering.vy(), steering.yawRate());
    }

    private void enter(final Phase next) {
        phase = next;
        inPhase = 0;
        asked = false;
    }

    /**
     * Handles a key.
     *
     * @param key the key
     */
    public void press(final Key key) {
        operator.act();
        handedOver = false;
        switch (key) {
            case QUIT -> stop();
            case STOP -> operator.stop();
            case SIT_OR_STAND -> {
                if (phase == Phase.REST) {
                    rise();
                } else if (phase == Phase.RISE || phase == Phase.WALK) {
                    sit();
                }
            }
            case CLEAR_FAULT -> {
                if (phase == Phase.FAULTED || policyFaulted || warned) {
                    asked = false;
                    ask(OperatorRequest.CLEAR_FAULT, null);
                }
            }
            case NEXT_POLICY -> ask(OperatorRequest.POLICY_NEXT, null);
            case FASTER, SLOWER, LEFT, RIGHT -> {
                steering.press(key);
                if (phase == Phase.WALK) {
                    send(OperatorRequest.NONE, null);
                }
            }
        }
    }

    /** Leaves the robot to another operator, who acted now: this one sends nothing but its end until a key is pressed. */
    public void handOver() {
        handedOver = true;
        pending = OperatorRequest.NONE;
        steering.halt();
    }

    /** Ends the run with a lying robot. May be called from any thread. */
    public void stop() {
        stopRequested = true;
    }

    /**
     * Phase of the run.
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
     * Whether a person stopped the robot at once and it was not stood up since.
     *
     * @return true while it is damped for that reason
     */
    public boolean halted() {
        return halted;
    }

    /**
     * Whether the robot stands because no person acted for too long.
     *
     * @return true until a key is pressed
     */
    public boolean idle() {
        return idle;
    }

    /**
     * Whether the plan, or the operator's requests, were carried out.
     *
     * @return true when it ended lying, never faulted, was not stopped at once, and walked its time or was told to stop
     */
    public boolean succeeded() {
        return phase == Phase.DONE && !faulted && !halted && (stopped || walked >= walkTicks);
    }
}
