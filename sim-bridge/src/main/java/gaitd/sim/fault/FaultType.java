package gaitd.sim.fault;

import java.util.Locale;

/** Ways in which a component can fail. */
public enum FaultType {
    /** Gives 0, or nothing at all. */
    OFF("gives 0, or nothing at all"),
    /** Keeps the value that it had. */
    STUCK("keeps the value, pose or datagram that it had"),
    /** Random values. */
    GARBAGE("random values up to the argument, or damaged bytes"),
    /** Wrong by a constant. */
    OFFSET("wrong by a constant"),
    /** Wrong sign. */
    SIGN("the wrong sign"),
    /** Wrong by a factor. */
    SCALE("wrong by a factor"),
    /** Wrong order of its elements. */
    ORDER("elements exchanged: left and right, x and y, w last"),
    /** Wrong by ever more. */
    DRIFT("wrong by more and more"),
    /** Late. */
    DELAYED("late by a constant time"),
    /** Off by turns. */
    INTERMITTENT("off and well by turns, each for the argument's time"),
    /** Never beyond a limit. */
    SATURATED("never beyond a limit"),
    /** Full torque in one direction. */
    RUNAWAY("a constant torque, whatever is asked for"),
    /** Datagrams are lost. */
    LOST("lost, a share of them drawn at random"),
    /** Some datagrams are late, and overtaken. */
    REORDERED("every other one, drawn at random, late and overtaken by those behind it"),
    /** The last seconds again and again. */
    LOOPED("the last ones before, again and again"),
    /** Starts again. */
    RESET("silent for a time with damped drives, then as switched on"),
    /** Runs no further. */
    HUNG("silent and deaf; the drives keep the last command");

    /** Meaning, for tables. */
    public final String meaning;

    FaultType(final String meaning) {
        this.meaning = meaning;
    }

    /**
     * Its name in a request.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
