package gaitd.runtime.zeros;

/** How zeros were found. */
public enum ZeroMethod {
    /** Each joint was moved to both its stops by hand: direction, zero and range are measured. */
    STOPS,
    /** The robot lay as it did before, after its motors were without power: whole turns were counted again. */
    REST
}
