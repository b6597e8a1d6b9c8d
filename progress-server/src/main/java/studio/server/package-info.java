package studio.server;
