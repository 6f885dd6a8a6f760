/**
 * The course: a fixed, versioned set of conditions, each a ladder of hardness, that policies walk beside the walk without one; what they
 * get through, one score, and where a policy is worse than none.
 */
package gaitd.lab.course;
