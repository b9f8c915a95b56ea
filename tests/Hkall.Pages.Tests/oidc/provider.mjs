// A certified OpenID provider (the package oidc-provider) with one person, for the tests of signing in. It takes a free port and says
// which. Its standard input commands it, one word a line: the address of the bench makes it serve, "down" and "up" take it away and
// bring it back. It ends when its standard input closes, so that it never outlives the test.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const [, , clientId, clientSecret] = process.argv;
const person = {
  sub: 'ada',
  name: 'Dr Ada Lo',
  email: 'ada@ln.example',
  email_verified: true,
  locale: 'zh-Hant',
  patron_group: 'academic',
  library_id: 's1234567',
  roles: ['reader', 'staff'],
};

let handle = null;
let isDown = false;

function providerFor(issuer, bench) {
  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId,
      client_secret: clientSecret,
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [`${bench}/sign-in/callback`],
      post_logout_redirect_uris: [`${bench}/signed-out`, `${bench}/sign-out/callback`],
      backchannel_logout_uri: `${bench}/sign-out/back-channel`,
      backchannel_logout_session_required: true,
    }],
    claims: { openid: ['sub', 'patron_group', 'library_id', 'roles'], profile: ['name', 'locale'], email: ['email', 'email_verified'] },
    findAccount: () => ({ accountId: person.sub, claims: () => person }),
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    pkce: { required: () => true },

    // Unlike a provider in the world, this one may call a service on its own machine.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['a key of the test'] },
    renderError: (ctx, out) => { ctx.body = out; },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) {
      return next();
    }

    // Nobody is asked anything: the one person shows who they are, and agrees.
    const { params, grantId } = await provider.interactionDetails(ctx.req, ctx.res);
    const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: person.sub, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    const result = { login: { accountId: person.sub }, consent: { grantId: await grant.save() } };
    ctx.status = 303;
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: true }));
  });
  return provider.callback();
}

const server = createServer((request, response) => (isDown || !handle ? response.destroy() : handle(request, response)));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      if (line === 'down' || line === 'up') {
        isDown = line === 'down';
        server.closeAllConnections();
      } else {
        handle = providerFor(issuer, line);
      }

      console.log('done');
    })
    .on('close', () => process.exit());
  console.log(`issuer ${issuer}`);
});
