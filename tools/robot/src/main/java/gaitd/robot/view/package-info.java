/**
 * The live pages of a robot, a recording and a training: a small web server, and the pages it serves. They read tick frames or learning
 * curves and draw them. A robot's page stops it, and commands it for whoever has the token, as an operator beside others.
 */
package gaitd.robot.view;
