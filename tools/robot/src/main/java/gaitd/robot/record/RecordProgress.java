package gaitd.robot.record;

/**
 * How far a recording is.
 *
 * @param bytes of all its files
 * @param frames recorded
 * @param lost frames that were overwritten before they were read
 * @param unrecorded frames that came after the recording had ended
 */
public record RecordProgress(long bytes, long frames, long lost, long unrecorded) {}
