package gaitd.robot.firsthour;

/** One thing that is asked for, measured and compared. */
interface HourStep {
    /** The part it belongs to. */
    HourPart part();

    /** Its name, for the report. */
    String name();

    /**
     * Does it; may be called again when it found something wrong.
     *
     * @param robot limp before and after
     * @param person who is asked
     * @return what was found
     * @throws gaitd.runtime.config.Refusal when it cannot go on
     */
    Found run(HungRobot robot, Person person);
}
