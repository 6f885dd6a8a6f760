package gaitd.sim.fault;

import java.util.List;

/** Faults of board and battery: whether the robot hears and answers, and its voltage. Allocates nothing after construction. */
final class PowerFaults {
    private static final double MS_PER_S = 1000;

    private final List<InjectedFault> faults;

    PowerFaults(final List<InjectedFault> faults) {
        this.faults = faults;
    }

    /** Whether the drives have no power at all. */
    boolean isOff(final double timeS) {
        for (int i = 0; i < faults.size(); i++) {
            final InjectedFault fault = faults.get(i);
            if (fault.isActive(timeS)
                    && (fault.type() == FaultType.OFF || fault.type() == FaultType.INTERMITTENT)
                    && fault.isOff(timeS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the board runs no further while the drives keep their last command. */
    boolean isHung(final double timeS) {
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).type() == FaultType.HUNG && faults.get(i).isActive(timeS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the board is starting. */
    boolean isStarting(final double timeS) {
        for (int i = 0; i < faults.size(); i++) {
            final InjectedFault fault = faults.get(i);
            if (fault.type() == FaultType.RESET && fault.isActive(timeS) && timeS < fault.fromS() + fault.argument()) {
                return true;
            }
        }
        return false;
    }

    /** The tick of a board that has started again; as given before. */
    long tickMs(final double timeS, final long tickMs) {
        double startedS = 0;
        for (int i = 0; i < faults.size(); i++) {
            final InjectedFault fault = faults.get(i);
            if (fault.type() == FaultType.RESET && timeS >= fault.fromS()) {
                startedS = Math.max(startedS, fault.fromS() + fault.argument());
            }
        }
        return startedS == 0 ? tickMs : Math.max(0, Math.round((timeS - startedS) * MS_PER_S));
    }

    /** Voltage as a share of what it would be. */
    double voltageShare(final double timeS) {
        double share = 1;
        for (int i = 0; i < faults.size(); i++) {
            final InjectedFault fault = faults.get(i);
            if (fault.isActive(timeS) && fault.type() == FaultType.SCALE) {
                share *= fault.argument();
            } else if (fault.isActive(timeS) && fault.type() == FaultType.DRIFT) {
                share *= Math.max(0, 1 - fault.argument() * (timeS - fault.fromS()));
            }
        }
        return share;
    }
}
