/**
 * The robot and its controller in network namespaces of their own, with the robot's addresses, and a link between them whose delay,
 * loss and interruptions are chosen. All of it ends with its process, however that ends.
 */
package gaitd.bench.link;
