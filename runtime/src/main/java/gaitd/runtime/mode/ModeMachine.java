package gaitd.runtime.mode;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.fault.Reaction;

/**
 * Moves between operating modes by the operator's requests and the reaction that latched faults ask for.
 *
 * <p>A request that does not fit the mode stays pending only where it has an obvious path (walking robots slow down and stand
 * before they sit), until another takes its place; otherwise it is dropped. Faults win over everything and stay until
 * {@link OperatorRequest#CLEAR_FAULT} arrives while no guard trips. Called by the control thread once a tick; allocates nothing.
 */
public final class ModeMachine {
    private static final double SETTLE_S = 0.6;
    private static final double RISEN_M = 0.18;
    private static final double HANGS_S = 0.1;
    /** Longer than slowing down takes from any velocity that a gait is held to, even at the slowest setting. */
    private static final double SLOW_DOWN_MAX_S = 12;

    private final double periodS;
    private final double standUpS;
    private final double sitDownS;
    private final boolean mayHang;
    private final double carriedMinN;
    private Mode mode = Mode.PASSIVE;
    private double inModeS;
    private boolean sitNext;
    private boolean walkNext;
    private boolean standNext;
    private double slowingS;
    private double hangsS;

    /**
     * A machine in {@link Mode#PASSIVE}.
     *
     * @param config durations and rate
     */
    public ModeMachine(final Config config) {
        periodS = config.periodNs() * 1e-9;
        standUpS = config.get(Setting.STAND_UP_S);
        sitDownS = config.get(Setting.SIT_DOWN_S);
        mayHang = Setting.HUNG_UP_N.isOff(config.get(Setting.HUNG_UP_N));
        carriedMinN = mayHang ? Setting.HUNG_UP_N.defaultValue : config.get(Setting.HUNG_UP_N);
    }

    /**
     * Resets to a mode, without a pending request. A real robot begins in {@link Mode#PASSIVE} only, as it was made; a
     * simulated one may begin in whatever it was placed to do.
     *
     * @param first the mode to begin in
     */
    public void begin(final Mode first) {
        enter(first);
        sitNext = false;
        walkNext = false;
        standNext = false;
    }

    /**
     * One tick.
     *
     * @param request what the operator asked for in this tick, {@link OperatorRequest#NONE} if nothing
     * @param connected whether a state has ever arrived
     * @param ready whether the motion is where the mode may go on: legs folded for rising, or a walk at rest with its feet down
     * @param estimate the estimate, not modified
     * @param latch the faults; cleared here on request
     */
    public void update(
            final OperatorRequest request,
            final boolean connected,
            final boolean ready,
            final BodyEstimate estimate,
            final FaultLatch latch) {
        inModeS += periodS;
        if (request == OperatorRequest.CLEAR_FAULT) {
            latch.clear();
        }
        if (request == OperatorRequest.STOP && mode != Mode.FAULT) {
            enter(Mode.PASSIVE);
        }
        if (mode == Mode.FAULT && latch.isTripped()) {
            return;
        }
        progress(ready, estimate, latch);
        if (!latch.reaction().atLeast(Reaction.SIT_DOWN)) {
            accept(request, connected, ready);
        }
        react(latch.reaction(), ready);
    }

    /** Takes the mode that the latched faults ask for, whatever was wanted. */
    private void react(final Reaction reaction, final boolean ready) {
        if (reaction == Reaction.DAMP || (reaction == Reaction.SIT_DOWN && mode == Mode.PASSIVE)) {
            enter(Mode.FAULT);
        } else if (reaction == Reaction.SIT_DOWN && mode != Mode.SIT_DOWN) {
            if (mode == Mode.WALK) {
                slowDown();
            } else if (mode == Mode.STAND_UP) {
                lower(ready);
            }
            sitNext = true;
            walkNext = false;
        } else if (reaction == Reaction.STOP_WALKING) {
            if (mode == Mode.WALK) {
                slowDown();
            }
            walkNext = false;
        }
    }

    private void progress(final boolean ready, final BodyEstimate estimate, final FaultLatch latch) {
        switch (mode) {
            case STAND_UP -> {
                if (ready) {
                    rise(estimate, latch);
                } else {
                    inModeS = 0;
                }
            }
            case STAND -> {
                if (inModeS >= SETTLE_S && sitNext) {
                    enter(Mode.SIT_DOWN);
                } else if (inModeS >= SETTLE_S && walkNext) {
                    enter(Mode.WALK);
                }
            }
            case SIT_DOWN -> {
                if (inModeS >= sitDownS) {
                    enter(Mode.PASSIVE);
                }
            }
            case WALK -> {
                slowingS += periodS;
                if (standNext && (ready || slowingS >= SLOW_DOWN_MAX_S)) {
                    enter(Mode.STAND);
                }
            }
            case FAULT -> enter(Mode.PASSIVE);
            case PASSIVE -> {
                // lasts until a request
            }
        }
    }

    private void rise(final BodyEstimate estimate, final FaultLatch latch) {
        final double carriedN = estimate.carriedN();
        hangsS = estimate.legHeightM() >= RISEN_M && !(carriedN >= carriedMinN) ? hangsS + periodS : 0;
        final boolean hangs = hangsS >= HANGS_S;
        if (inModeS < standUpS) {
            return;
        }
        if (hangs && !mayHang) {
            latch.trip(Fault.HUNG_UP, -1, carriedN);
        } else if (!hangs && !(estimate.position[2] >= RISEN_M)) {
            latch.trip(Fault.STAND_UP_FAILED, -1, estimate.position[2]);
        } else {
            enter(Mode.STAND);
        }
    }

    private void accept(final OperatorRequest request, final boolean connected, final boolean ready) {
        switch (request) {
            case STAND -> {
                walkNext = false;
                sitNext = false;
                if ((mode == Mode.PASSIVE || mode == Mode.SIT_DOWN) && connected) {
                    enter(Mode.STAND_UP);
                } else if (mode == Mode.WALK) {
                    slowDown();
                }
            }
            case WALK -> {
                if (mode == Mode.SIT_DOWN) {
                    enter(Mode.STAND_UP);
                }
                walkNext = mode == Mode.STAND_UP || mode == Mode.STAND;
                sitNext = false;
                standNext = false;
            }
            case SIT -> {
                if (mode == Mode.STAND || mode == Mode.WALK) {
                    if (mode == Mode.WALK) {
                        slowDown();
                    }
                    sitNext = true;
                    walkNext = false;
                } else if (mode == Mode.STAND_UP) {
                    lower(ready);
                }
            }
            case NONE, STOP, CLEAR_FAULT, POLICY_ON, POLICY_OFF, POLICY_NEXT -> {
                // nothing to change
            }
        }
    }

    /** Ends standing up: legs that are not yet folded carry nothing, and feet cannot be moved from where they are. */
    private void lower(final boolean ready) {
        enter(ready ? Mode.SIT_DOWN : Mode.PASSIVE);
    }

    private void slowDown() {
        if (!standNext) {
            standNext = true;
            slowingS = 0;
        }
    }

    private void enter(final Mode next) {
        mode = next;
        inModeS = 0;
        hangsS = 0;
        standNext = false;
        if (next != Mode.STAND) {
            sitNext = false;
            walkNext = false;
        }
    }

    /**
     * The mode now.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * Whether the robot walks on only to come to rest.
     *
     * @return true from a request to stand or sit until the robot stands
     */
    public boolean slowing() {
        return standNext;
    }

    /**
     * Time since the mode was entered.
     *
     * @return s
     */
    public double inModeS() {
        return inModeS;
    }
}
