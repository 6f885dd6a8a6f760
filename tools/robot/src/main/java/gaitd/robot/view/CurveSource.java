package gaitd.robot.view;

/** What the page of a training shows. Called by threads of the server. */
public interface CurveSource {
    /**
     * What is trained and how long.
     *
     * @return JSON with command, folder, iterations and steps
     */
    String plan();

    /**
     * Lines of the table that a page does not have yet.
     *
     * @param iteration the last one it has, 0 for none
     * @return CSV with a header
     */
    String rowsAfter(long iteration);
}
