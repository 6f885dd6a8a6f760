package gaitd.robot.firsthour;

/** The person beside the robot, at a terminal. */
interface Person {
    /**
     * Tells something.
     *
     * @param line a line
     */
    void tell(String line);

    /**
     * The next line that the person typed.
     *
     * @return the line without surrounding blanks, empty for a bare Enter; null while there is none
     */
    String typed();

    /** Whether nothing can be typed any more. */
    boolean isGone();
}
