package gaitd.robot.view;

/** Data of a training's page. Called by threads of the server. */
public interface CurveSource {
    /**
     * The training's description.
     *
     * @return JSON with command, folder, iterations and steps
     */
    String plan();

    /**
     * Lines of the table after an iteration.
     *
     * @param iteration the last one it has, 0 for none
     * @return CSV with a header
     */
    String rowsAfter(long iteration);
}
