package gaitd.sim.fault;

/** What is wrong with one motor's end of its bus now. Not thread-safe. */
public final class BusTrouble {
    /** Whether the motor is unplugged: it neither hears nor answers. */
    public boolean unplugged;
    /** Share of its replies that are damaged. */
    public double garbageShare;
    /** Share of its replies that are lost. */
    public double lostShare;
    /** How much later than usual it answers, s. */
    public double delayS;

    /** Nothing. */
    public void clear() {
        unplugged = false;
        garbageShare = 0;
        lostShare = 0;
        delayS = 0;
    }

    void add(final InjectedFault fault) {
        switch (fault.type()) {
            case OFF, INTERMITTENT -> unplugged = true;
            case GARBAGE -> garbageShare = Math.max(garbageShare, fault.argument());
            case LOST -> lostShare = Math.max(lostShare, fault.argument());
            case DELAYED -> delayS += fault.argument() * 1e-3;
            default -> throw new IllegalStateException(fault.name());
        }
    }
}
